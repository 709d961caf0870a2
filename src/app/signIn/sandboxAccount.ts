const KEY = 'genauth-account-widget.demo-account';

/** The access token of this browser's own account in the sandbox; a reload keeps it. */
export function sandboxToken(): string {
  try {
    const stored = localStorage.getItem(KEY);
    if (stored) return stored;
  } catch {
    // Blocked storage: an account for this page load.
  }
  return newSandboxToken();
}

/** Leaves the account behind and starts a fresh one. */
export function newSandboxToken(): string {
  const random = crypto.getRandomValues(new Uint32Array(2));
  const token = `sandbox-${Array.from(random, (part) => part.toString(36)).join('')}`;
  try {
    localStorage.setItem(KEY, token);
  } catch {
    // As above.
  }
  return token;
}
