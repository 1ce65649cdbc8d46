/** A stored file to download, by its number; nothing where there is none. */
export interface FileLinkProps {
  readonly id: string | null;
  readonly label: string;
}

export function FileLink({ id, label }: FileLinkProps) {
  if (id === null) return null;
  return (
    <a href={`/api/office/files/${id}`} download>
      {label}
    </a>
  );
}
