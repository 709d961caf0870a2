import type { Page } from '@playwright/test';
import type { SandboxCall } from '../../src/sandbox/index.ts';
import { chineseNumber, expect, expectSettled, retype } from '../demo.ts';
import { heardOn, openElement, test } from './elementPage.ts';

type Question = Event & { respondWith: (answer: unknown) => void };

/** Types a number and asks for a code. */
async function askForCode(page: Page, number: string): Promise<void> {
  await expectSettled(page);
  await retype(page.getByRole('textbox', { name: 'Phone number' }), number);
  await page.getByRole('button', { name: 'Send code' }).click();
}

test('genauth:before-send: fields that a page answers with later go with the request (R-05)', async ({
  page,
  demo,
  request,
}) => {
  await openElement(page, { view: 'bind-phone' });
  await page.evaluate(() =>
    addEventListener('genauth:before-send', (event) => {
      const solve = async () => {
        await new Promise((resolve) => setTimeout(resolve, 200));
        return { captchaCode: 'w1nd0w' };
      };
      (event as unknown as Question).respondWith(solve());
    }),
  );
  await askForCode(page, chineseNumber());
  await expect(demo.codeField).toBeFocused();
  const headers = { authorization: demo.account };
  const calls: SandboxCall[] = await (await request.get('/sandbox/calls', { headers })).json();
  const sends = calls.filter(({ operation }) => operation === 'sendSms');
  expect(sends.map(({ body }) => JSON.stringify(body))).toEqual([
    expect.stringContaining('"captchaCode":"w1nd0w"'),
  ]);
});

for (const [how, forbid] of [
  ['preventDefault()', (event: Event) => event.preventDefault()],
  ['respondWith(false)', (event: Event) => (event as Question).respondWith(false)],
] as const) {
  test(`genauth:before-send: ${how} keeps the code from being sent (R-05)`, async ({
    page,
    demo,
  }) => {
    const number = chineseNumber();
    await page.addInitScript(`addEventListener('genauth:before-send', ${forbid})`);
    await openElement(page, { view: 'bind-phone' });
    await askForCode(page, number);
    await expect(demo.status).toHaveText('No code was sent.');
    await demo.expectNumber(number);
    expect(await demo.calls('sendSms')).toBe(0);
    expect((await heardOn(page)).map(([type]) => type)).toEqual(['before-send']);
  });
}

test('an answer that comes after the event throws, and sends nothing by itself', async ({
  page,
  demo,
}) => {
  await openElement(page, { view: 'bind-phone' });
  await page.evaluate(() =>
    addEventListener('genauth:before-send', (event) => {
      const question = event as unknown as Question;
      const attempt = () => {
        try {
          question.respondWith(true);
        } catch (error) {
          document.title = (error as Error).name;
        }
      };
      question.respondWith(true);
      attempt();
    }),
  );
  await askForCode(page, chineseNumber());
  await expect(demo.codeField).toBeFocused();
  await expect(page).toHaveTitle('InvalidStateError');
  expect(await demo.calls('sendSms')).toBe(1);
});

test.describe('when the server wants the person to prove who they are', () => {
  test.use({ callsMayFail: true });

  test('genauth:reauth-required: once the answer is there, the call is made again, once', async ({
    page,
    demo,
  }) => {
    await openElement(page, { view: 'bind-phone' });
    await page.evaluate((token) => {
      addEventListener('genauth:reauth-required', (event) => {
        const headers = { authorization: token };
        const proof = fetch('/sandbox/reauthenticate', { method: 'POST', headers });
        (event as unknown as Question).respondWith(proof);
      });
    }, demo.account);
    await demo.addFault({ operation: 'sendSms', kind: 'reauth' });
    await askForCode(page, chineseNumber());
    await expect(demo.codeField).toBeFocused();
    expect(await demo.calls('sendSms')).toBe(2);
  });

  test('unanswered, the person is told', async ({ page, demo }) => {
    await openElement(page, { view: 'bind-phone' });
    await demo.addFault({ operation: 'sendSms', kind: 'reauth' });
    await askForCode(page, chineseNumber());
    await expect(demo.alert).not.toBeEmpty();
    expect(await demo.calls('sendSms')).toBe(1);
    const types = async () => (await heardOn(page)).map(([type]) => type);
    await expect.poll(types).toEqual(['before-send', 'reauth-required', 'error']);
  });
});

test.describe('when the server answers what no list has', () => {
  test.use({ callsMayFail: true });

  test('genauth:diagnostic tells the developer, and nothing of the person (R-46)', async ({
    page,
    demo,
  }) => {
    await openElement(page, { view: 'bind-phone' });
    const envelope = { statusCode: 499, apiCode: 987_654, message: 'No.' };
    await demo.addFault({ operation: 'sendSms', kind: 'envelope', envelope });
    await askForCode(page, chineseNumber());
    await expect(demo.alert).not.toBeEmpty();
    const told = async () => (await heardOn(page)).filter(([type]) => type === 'diagnostic');
    await expect
      .poll(told)
      .toEqual([['diagnostic', { operation: 'sendSms', kind: 'apiCodeUnknown', statusCode: 499 }]]);
  });
});

test.describe('without a usable token', () => {
  test.use({ callsMayFail: true });

  test('genauth:auth-expired is heard once, and what was typed stays', async ({ page, demo }) => {
    const number = chineseNumber();
    await openElement(page, { view: 'bind-phone' });
    await page.evaluate(() =>
      Object.assign(document.querySelector('genauth-account') ?? {}, {
        getAccessToken: () => undefined,
      }),
    );
    await askForCode(page, number);
    await expect(demo.alert).not.toBeEmpty();
    await demo.expectNumber(number);
    const types = async () => (await heardOn(page)).map(([type]) => type);
    await expect.poll(types).toEqual(['before-send', 'error', 'auth-expired']);
  });
});

for (const isWanted of [true, false]) {
  test(`help-button ${isWanted ? 'offers' : 'missing: no'} help where the form knows no way on`, async ({
    page,
    demo,
  }) => {
    await openElement(page, { view: 'bind-phone', ...(isWanted && { 'help-button': '' }) });
    const envelope = { statusCode: 501, message: '', requestId: 'a1b2c3d4e5f60718' };
    await demo.addFault({ operation: 'sendSms', kind: 'envelope', envelope });
    await askForCode(page, chineseNumber());
    await expect(demo.alert).not.toBeEmpty();
    const button = page.getByRole('button', { name: 'Get help' });
    await expect(button).toHaveCount(isWanted ? 1 : 0);
    if (!isWanted) return;
    await button.click();
    const last = async () => (await heardOn(page)).at(-1);
    const { requestId } = envelope;
    const need = { reason: 'misconfigured', operation: 'bindPhone', requestId };
    await expect.poll(last).toEqual(['need-help', need]);
  });
}
