/** Choosing a file by a button of the page's own: the browser's would speak the browser's language. The box itself stays, for keys and for who listens. */
import { useState } from "react";
import type { Framed } from "./field-frame.tsx";

export interface FilePickProps {
  readonly framed: Framed;
  /** The file's name, once there is one. */
  readonly name: string | null;
  readonly onFile: (file: File) => void;
  readonly accept?: string;
  readonly disabled?: boolean;
  /** The form isn't sent without it. */
  readonly required?: boolean;
}

export function FilePick({ framed, name, onFile, accept, disabled, required = false }: FilePickProps) {
  const [over, setOver] = useState(false);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is the mouse's way; the button does the same for everybody
    <div
      className="office-pick"
      data-over={over}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        const dropped = event.dataTransfer.files[0];
        if (dropped !== undefined && disabled !== true) onFile(dropped);
      }}
    >
      <input
        {...framed}
        className="visually-hidden"
        type="file"
        accept={accept}
        disabled={disabled}
        required={required && name === null}
        onChange={({ target }) => {
          const file = target.files?.[0];
          if (file !== undefined) onFile(file);
          // The same file, mended and chosen again, is a change too.
          target.value = "";
        }}
      />
      <label className="button" htmlFor={framed.id}>
        {name === null ? "选择文件" : "另选文件"}
      </label>
      <span className="office-hint">{name ?? "或把文件拖到这里"}</span>
    </div>
  );
}
