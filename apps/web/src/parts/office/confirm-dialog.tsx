/** Asks before what can't be undone, or for the few things a deed needs. */
import { Dialog } from "./dialog.tsx";
import { OfficeForm, type OfficeFormProps } from "./office-form.tsx";

export interface ConfirmDialogProps extends Omit<OfficeFormProps, "lead" | "wide"> {
  readonly title: string;
  readonly onClose: () => void;
}

export function ConfirmDialog({ title, ...form }: ConfirmDialogProps) {
  return (
    <Dialog title={title} onClose={form.onClose}>
      <OfficeForm wide {...form} />
    </Dialog>
  );
}
