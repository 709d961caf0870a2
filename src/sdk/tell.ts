import type { Finding } from './diagnose.ts';
import type { Settings } from './options.ts';

/** Tells the host page; a callback that throws or rejects is reported as its own error and changes nothing here. */
export function tell(settings: Settings, operation: string, finding: Finding): void {
  if (!settings.onDiagnostic) return;
  Promise.resolve()
    .then(() => settings.onDiagnostic?.({ operation, ...finding }))
    .catch((error: unknown) => globalThis.reportError?.(error));
}
