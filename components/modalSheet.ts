import { SHEET_WIDTH } from './sheetWidth.ts';

/** Tells screen readers that nothing else can be seen as long as the list covers the screen (ARIA 1.2, aria-modal). Returns what ends that. */
export function modalSheet(popup: HTMLElement): () => void {
  const sheet = popup.ownerDocument.defaultView?.matchMedia?.(`(width < ${SHEET_WIDTH}px)`);
  if (!sheet) return () => undefined;
  const tell = () => popup.setAttribute('aria-modal', `${sheet.matches}`);
  tell();
  sheet.addEventListener('change', tell);
  return () => sheet.removeEventListener('change', tell);
}
