import type { ServerResponse } from 'node:http';
import type { Sandbox } from '../../src/sandbox/index.ts';

type User = ReturnType<Sandbox['accounts']>[number];

/** Where the pages' stylesheet is. */
export const STYLE_PATH = '/oidc/style.css';

export const STYLE = `:root { color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif; }
body { box-sizing: border-box; max-inline-size: 420px; margin: 8vh auto; padding: 16px; }
h1 { font-size: 22px; }
form { display: grid; gap: 8px; }
button { min-block-size: 44px; padding: 8px 14px; font: inherit; text-align: start; }
`;

/** Chooses one of the sandbox's accounts, makes one, or turns back. */
export function loginPage(users: readonly User[]): string {
  // Those that a token of its own opened are the tests' and the demonstration's.
  const named = users.filter(({ username }) => username && !username.startsWith('sandbox-'));
  const buttons = named.map(
    ({ userId, username, name }) =>
      `<button name="account" value="${escapeHtml(userId)}">${escapeHtml(name ? `${name} (${username})` : `${username}`)}</button>`,
  );
  return page(
    'Sign in to the sandbox',
    `<form method="post">${buttons.join('')}
    <button name="account" value="new">A new account</button>
    <button name="cancel" value="yes">Cancel</button></form>`,
  );
}

/** Around the provider's own form, which carries what protects it. */
export function signOutPage(form: string): string {
  return page(
    'Sign out of the sandbox?',
    `${form}<p><button form="op.logoutForm" name="logout" value="yes">Sign out</button>
    <button form="op.logoutForm">Stay signed in</button></p>`,
  );
}

export function notePage(heading: string, notes: readonly string[] = []): string {
  return page(heading, notes.map((note) => `<p>${escapeHtml(note)}</p>`).join(''));
}

/** Sends a page that runs nothing; a form of it may lead to `origins`. */
export function sendPage(response: ServerResponse, html: string, origins: readonly string[]): void {
  response.setHeader('content-type', 'text/html; charset=utf-8');
  response.setHeader('content-security-policy', policy(origins));
  response.end(html);
}

export function policy(origins: readonly string[]): string {
  // A browser holds the redirects that follow a form against this, too.
  const targets = ["'self'", ...origins].join(' ');
  return `default-src 'none'; style-src 'self'; img-src data:; form-action ${targets}; frame-ancestors 'none'`;
}

function page(heading: string, content: string): string {
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${heading}</title>
<meta name="viewport" content="width=device-width, initial-scale=1"><link rel="icon" href="data:,">
<link rel="stylesheet" href="${STYLE_PATH}"></head><body><main><h1>${heading}</h1>${content}</main></body></html>`;
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
