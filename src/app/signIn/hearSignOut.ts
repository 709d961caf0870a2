/** Who signs out in one tab is signed out in all: the tokens of the others are of the same session. */
export function hearSignOut(appId: string, onSignOut: () => void): { tell: () => void } {
  if (!globalThis.BroadcastChannel) return { tell: () => undefined };
  const channel = new BroadcastChannel(`genauth-account-widget.sign-out ${appId}`);
  channel.addEventListener('message', onSignOut);
  return { tell: () => channel.postMessage(null) };
}
