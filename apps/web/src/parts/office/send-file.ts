/** Sends a file as a request's body and tells how much of it has gone: the one thing that `fetch` can't tell. */

/** Rejects where nothing came back at all. `onSent`: the part that has gone, 0 to 1. */
export function sendFile(
  address: string,
  bytes: ArrayBuffer,
  onSent: (part: number) => void,
  signal: AbortSignal,
): Promise<Response> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open("POST", address);
    request.setRequestHeader("content-type", "application/octet-stream");
    request.upload.onprogress = ({ loaded, total }) => onSent(total === 0 ? 1 : loaded / total);
    request.onload = () => resolve(new Response(request.responseText, { status: request.status }));
    request.onerror = () => reject(new TypeError("the connection broke"));
    request.onabort = () => reject(signal.reason);
    signal.addEventListener("abort", () => request.abort(), { once: true });
    request.send(bytes);
  });
}
