/** The screens of the app: the profile with its cards, or one form alone. */
export const VIEWS = [
  'phone/bind',
  'phone/change',
  'phone/unbind',
  'email/bind',
  'email/change',
  'email/unbind',
] as const;

export type View = (typeof VIEWS)[number];

export interface Route {
  /** Missing: the profile. */
  view: View | undefined;
  /** Where the person came from and may go back to, if that is allowed. */
  returnTo: URL | undefined;
}

/** Reads the part of an address behind `#`, such as `#/phone/bind?return=/profile`. */
export function readRoute(hash: string, allowedOrigins: readonly string[]): Route {
  const [path = '', ...rest] = hash.replace(/^#\/?/, '').split('?');
  // An address to go back to may have a query of its own.
  const query = rest.join('?');
  return {
    view: VIEWS.find((view) => view === path),
    returnTo: readReturn(new URLSearchParams(query).get('return'), allowedOrigins),
  };
}

/** An address that anyone may have put into a link: only of this origin, or of one that the deployment names. */
function readReturn(text: string | null, allowedOrigins: readonly string[]): URL | undefined {
  if (!text || !URL.canParse(text, location.href)) return undefined;
  const url = new URL(text, location.href);
  const isWeb = url.protocol === 'https:' || url.protocol === 'http:';
  const isAllowed = url.origin === location.origin || allowedOrigins.includes(url.origin);
  return isWeb && isAllowed && !url.username && !url.password ? url : undefined;
}
