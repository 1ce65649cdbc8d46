/** Stands for what is still being fetched. */
export function Waiting() {
  return (
    <p className="waiting" role="status">
      正在取……
    </p>
  );
}
