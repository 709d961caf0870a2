import type { APIRequestContext, Locator, Page } from '@playwright/test';
import authing from 'authing-node-sdk';
import type { AccountState } from '../src/sandbox/index.ts';
import { expect, expectSettled, retype } from './demo.ts';

/** The account of a test at the API's address, and its widgets as a person goes through them. */
export function createLife(page: Page, request: APIRequestContext, token: string, url: string) {
  const card = (name: 'Phone' | 'E-mail') => page.getByRole('region', { name, exact: true });

  async function account(state: AccountState): Promise<void> {
    const data = { token, ...state };
    await expect(await request.post(`${url}/sandbox/accounts`, { data })).toBeOK();
  }

  async function codes(): Promise<string[]> {
    const headers = { authorization: token };
    const response = await request.get(`${url}/sandbox/outbox`, { headers });
    const messages: { code: string }[] = await response.json();
    return messages.map(({ code }) => code);
  }

  /** Has a code sent by the form that is shown in a widget, and returns it. */
  async function send(widget: Locator): Promise<string> {
    const before = (await codes()).length;
    await widget.getByRole('button', { name: /^Send (code|again)$/ }).click();
    await expect.poll(async () => (await codes()).length).toBe(before + 1);
    await expect(widget.getByRole('status').last()).toContainText('Code sent to');
    const [code = ''] = await codes();
    return code;
  }

  /** The first of two steps of a change. */
  async function confirmOld(widget: Locator): Promise<void> {
    const code = await send(widget);
    await retype(widget.getByRole('textbox', { name: /^Code sent to your current / }), code);
    await widget.getByRole('button', { name: 'Continue' }).click();
  }

  /** A new contact and the code to it, up to the last press. */
  async function fillNew(widget: Locator, field: string, text: string, codeField: string) {
    if (field.includes('hone')) await expectSettled(widget.page());
    await retype(widget.getByRole('textbox', { name: field, exact: true }), text);
    const code = await send(widget);
    await retype(widget.getByRole('textbox', { name: codeField }), code);
  }

  /** The official SDK, signed in to the same account from elsewhere. */
  const sdk = () =>
    new authing.AuthenticationClient({
      appId: '64f0c1d2e3a4b5c6d7e8f901',
      appHost: url,
      tokenEndPointAuthMethod: 'none',
      accessToken: token,
    } as ConstructorParameters<typeof authing.AuthenticationClient>[0]);

  return { card, account, codes, send, confirmOld, fillNew, sdk };
}
