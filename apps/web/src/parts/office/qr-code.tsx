/** A text as a QR code, drawn as one path; dark on white in every colour scheme, as cameras want it. */
import qrcode from "qrcode-generator";

/** Modules that stay white around it, as ISO/IEC 18004 asks. */
const QUIET = 4;

export function QrCode({ text, label }: { readonly text: string; readonly label: string }) {
  const code = qrcode(0, "M");
  code.addData(text);
  code.make();
  const size = code.getModuleCount();
  const places = Array.from({ length: size }, (_, at) => at);
  const path = places.flatMap((row) =>
    places.filter((column) => code.isDark(row, column)).map((column) => `M${column} ${row}h1v1h-1z`),
  );
  const whole = size + 2 * QUIET;
  return (
    <svg
      className="office-qr"
      viewBox={`${-QUIET} ${-QUIET} ${whole} ${whole}`}
      role="img"
      aria-label={label}
      shapeRendering="crispEdges"
    >
      <rect x={-QUIET} y={-QUIET} width={whole} height={whole} fill="#fff" />
      <path d={path.join("")} fill="#000" />
    </svg>
  );
}
