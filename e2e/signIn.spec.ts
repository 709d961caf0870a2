import { axePath, findViolations } from './axe.ts';
import { chineseNumber, expect, expectSettled, retype } from './demo.ts';
import {
  card,
  chooseAda,
  personIn,
  sessionOver,
  signIn,
  signInButton,
  test,
} from './signIn/site.ts';

test('from a deep link to a bound number, and nothing of it is left behind (A05, R-46)', async ({
  ada,
  page,
  site,
}) => {
  await page.goto('#/phone/bind');
  await expect(card(page)).toContainText(new URL(site.tenant.url).host);
  await signInButton(page).click();
  await chooseAda(page);
  await expect(ada.phoneField).toBeVisible();
  expect(page.url()).toBe(`${site.url}#/phone/bind`);
  expect(await page.evaluate(() => sessionStorage.length)).toBe(0);
  await expectSettled(page);
  const number = chineseNumber();
  await ada.send(number);
  await ada.bind('+86', number);
  expect(site.tenant.tokens.length).toBe(2);
});

test('the sign-in is bound to this tab: without PKCE the tenant refuses it', async ({
  ada: _,
  page,
  request,
  site,
}) => {
  const asked: URL[] = [];
  page.on('request', (sent) => {
    if (sent.url().includes('/oidc/auth?')) asked.push(new URL(sent.url()));
  });
  await signIn(page);
  const [first] = asked;
  expect(first?.searchParams.get('code_challenge_method')).toBe('S256');
  expect(first?.searchParams.get('code_challenge')).toHaveLength(43);
  const without = new URL(first ?? '');
  without.searchParams.delete('code_challenge');
  without.searchParams.delete('code_challenge_method');
  const refusal = await request.get(without.href, { maxRedirects: 0 });
  const answer = new URL(refusal.headers().location ?? '', site.url).searchParams;
  expect(answer.get('error')).toBe('invalid_request');
  expect(answer.get('error_description')).toContain('PKCE');
});

test('a reload keeps the screen and the person, and asks nobody', async ({ ada, page, site }) => {
  await signIn(page);
  site.tenant.seen.length = 0;
  await page.reload();
  await expect(ada.phoneField).toBeVisible();
  expect(page.url()).toBe(`${site.url}#/phone/bind`);
  expect(site.tenant.seen.filter((line) => line.includes('/oidc/interaction/'))).toEqual([]);
  expect(site.tenant.seen.filter((line) => line.includes('prompt=none'))).toHaveLength(1);
});

test('an access token that runs out is renewed in silence, and nothing typed is lost (F50)', async ({
  ada,
  page,
  site,
}) => {
  await signIn(page);
  await expectSettled(page);
  const number = chineseNumber();
  await ada.send(number);
  await page.evaluate(() => Object.assign(window, { isSamePage: true }));
  site.tenant.forget('AccessToken');
  await ada.bind('+86', number);
  await expect(sessionOver(page)).toHaveCount(0);
  expect(await page.evaluate(() => 'isSamePage' in window)).toBe(true);
});

test.describe('when the session is over', () => {
  test.use({ callsMayFail: true });

  test('what was typed stays, and “Sign in again” leads to the same step, with the wait that was left (F26, R-02)', async ({
    ada,
    page,
    site,
  }) => {
    await signIn(page);
    await expectSettled(page);
    const number = chineseNumber();
    await ada.send(number);
    await retype(ada.codeField, '123456');
    site.tenant.forget('AccessToken', 'RefreshToken', 'Session');
    await ada.bindButton.click();
    await expect(sessionOver(page)).toBeVisible();
    await ada.expectNumber(number);
    await expect(ada.codeField).toHaveValue('123456');
    await page.getByRole('button', { name: 'Sign in again' }).click();
    await chooseAda(page);
    await expect(ada.phoneField).toBeVisible();
    expect(page.url()).toBe(`${site.url}#/phone/bind`);
    await expect(sessionOver(page)).toHaveCount(0);
    await expectSettled(page);
    await retype(ada.phoneField, number);
    await expect(ada.widget).toContainText(/another code in \d+ seconds/);
    await ada.bind('+86', number);
    const sent = site.tenant.sandbox.calls().filter(({ operation }) => operation === 'sendSms');
    expect(sent).toHaveLength(1);
  });

  test('a server that wants a proof has the person sign in, and the same step goes on (R-12, F55)', async ({
    ada,
    page,
    site,
  }) => {
    await signIn(page);
    await expectSettled(page);
    const number = chineseNumber();
    site.tenant.sandbox.addFault({ operation: 'sendSms', kind: 'reauth' });
    await retype(ada.phoneField, number);
    await ada.sendButton.click();
    await expect(page.getByRole('alert').filter({ hasText: 'still you' })).toBeVisible();
    await ada.expectNumber(number);
    expect(site.tenant.sandbox.outbox()).toEqual([]);
    site.tenant.seen.length = 0;
    await page.getByRole('button', { name: 'Sign in again' }).click();
    // The tenant knows who it is, and asks all the same.
    await chooseAda(page);
    await expect(ada.phoneField).toBeVisible();
    expect(page.url()).toBe(`${site.url}#/phone/bind`);
    expect(site.tenant.seen.filter((line) => line.includes('prompt=login'))).toHaveLength(1);
    await expectSettled(page);
    await ada.send(number);
    await ada.bind('+86', number);
    await expect(page.getByRole('alert').filter({ hasText: 'still you' })).toHaveCount(0);
  });

  test('a service that does not answer keeps the page where it is, and a later try goes on', async ({
    ada,
    page,
    site,
  }) => {
    await signIn(page);
    await expectSettled(page);
    const number = chineseNumber();
    await retype(ada.phoneField, number);
    site.tenant.forget('AccessToken');
    await page.route('**/oidc/**', (route) => route.abort());
    await ada.sendButton.click();
    await expect(sessionOver(page)).toContainText('cannot be reached');
    await page.getByRole('button', { name: 'Sign in again' }).click();
    await expect(sessionOver(page)).toContainText('cannot be reached');
    await ada.expectNumber(number);
    await page.unroute('**/oidc/**');
    await ada.send(number);
    await expect(sessionOver(page)).toHaveCount(0);
    await ada.bind('+86', number);
  });
});

test.describe('signing out', () => {
  test('takes the tokens back, here and at the tenant, and shows nobody (F56)', async ({
    ada,
    page,
    site,
  }) => {
    await signIn(page);
    await page.getByRole('button', { name: 'Sign out' }).click();
    await page.getByRole('button', { name: 'Sign out', exact: true }).click();
    await expect(card(page)).toBeVisible();
    expect(page.url()).toBe(site.url);
    // Whoever has just left is not asked for again.
    expect(site.tenant.seen.filter((line) => line.includes('prompt=none'))).toHaveLength(1);
    for (const token of site.tenant.tokens) {
      expect(await profileStatus(site.tenant.sandbox, token)).toBe(401);
    }
    await page.reload();
    await expect(card(page)).toBeVisible();
    await expect(ada.phoneField).toHaveCount(0);
  });

  test('in one tab signs out the other', async ({ ada: _, page, context }) => {
    await signIn(page);
    const other = await context.newPage();
    await other.goto('#/email/bind');
    await expect(other.getByRole('textbox', { name: 'E-mail' })).toBeVisible();
    await page.getByRole('button', { name: 'Sign out' }).click();
    await expect(card(other)).toBeVisible();
    await page.getByRole('button', { name: 'Sign out', exact: true }).click();
    await expect(card(page)).toBeVisible();
  });

  test('and another person in there leaves nothing of the first here (F54)', async ({
    ada,
    page,
    context,
    site,
  }) => {
    site.tenant.sandbox.account({ token: 'grace', username: 'grace', name: 'Grace' });
    await signIn(page);
    await expectSettled(page);
    await ada.send(chineseNumber());
    await retype(ada.codeField, '123');
    const other = await context.newPage();
    await other.goto('#/phone');
    await other.getByRole('button', { name: 'Sign out' }).click();
    await other.getByRole('button', { name: 'Sign out', exact: true }).click();
    await signInButton(other).click();
    await other.getByRole('button', { name: 'Grace (grace)' }).click();
    await expect(personIn(other)).toHaveText('Grace');
    await expect(card(page)).toBeVisible();
    await signInButton(page).click();
    await expect(personIn(page)).toHaveText('Grace');
    await expect(ada.phoneField).toHaveValue('');
    await expect(ada.codeField).toHaveValue('');
    const asked = site.tenant.sandbox.calls().map(({ operation }) => operation);
    expect(asked).not.toContain('bindPhone');
  });

  test.describe('without a service', () => {
    test.use({ callsMayFail: true });

    test('is done here, and says so', async ({ ada: _, page }) => {
      await signIn(page);
      await page.route('**/oidc/**', (route) => route.abort());
      await page.getByRole('button', { name: 'Sign out' }).click();
      await expect(page.getByRole('alert')).toContainText('You are signed out here, but not');
      await expect(page.getByText('Ada')).toHaveCount(0);
    });
  });
});

test('two tabs sign in side by side', async ({ ada: _, page, context }) => {
  const other = await context.newPage();
  await page.goto('#/phone/bind');
  await other.goto('#/email/bind');
  await signInButton(page).click();
  await signInButton(other).click();
  await chooseAda(page);
  await chooseAda(other);
  await expect(page.getByRole('textbox', { name: 'Phone number' })).toBeVisible();
  await expect(other.getByRole('textbox', { name: 'E-mail' })).toBeVisible();
});

test('whoever turns back is told so, and may try again from the same link', async ({
  ada,
  page,
  site,
}) => {
  await page.goto('#/phone/bind');
  await signInButton(page).click();
  await page.getByRole('button', { name: 'Cancel' }).click();
  await expect(page.getByRole('alert')).toContainText('Signing in was cancelled');
  expect(page.url()).toBe(`${site.url}#/phone/bind`);
  await signInButton(page).click();
  await chooseAda(page);
  await expect(ada.phoneField).toBeVisible();
});

test('an answer that this tab did not ask for signs nobody in (state, login CSRF)', async ({
  ada: _,
  page,
  site,
}) => {
  await page.goto('?code=stolen&state=foreign#/phone/bind');
  await expect(page.getByRole('alert')).toContainText('not started in this tab');
  expect(page.url()).toBe(`${site.url}#/phone/bind`);
  expect(site.tenant.seen.filter((line) => line.includes('/oidc/token'))).toEqual([]);
  expect(site.tenant.seen.filter((line) => line.includes('/oidc/auth'))).toEqual([]);
});

test('a service that sends nobody’s answer back is asked once, never in a circle', async ({
  ada: _,
  page,
  site,
}) => {
  let asked = 0;
  await page.route('**/oidc/auth?**', (route) => {
    asked += 1;
    return route.fulfill({ status: 302, headers: { location: site.url } });
  });
  await page.goto('#/phone/bind');
  await expect(card(page)).toBeVisible();
  expect(asked).toBe(1);
});

test('a redirect that is stopped leaves a way on', async ({ ada, page }) => {
  await page.clock.install();
  // As by the Stop button, the first time that the page leaves.
  await page.addInitScript(() => {
    if (origin === 'null') return;
    addEventListener('beforeunload', () => queueMicrotask(() => stop()), { once: true });
  });
  await page.goto('#/phone/bind');
  await expect.poll(() => page.evaluate(() => sessionStorage.length)).toBe(1);
  await expect(card(page)).toBeHidden();
  await page.clock.runFor(10_000);
  await expect(card(page)).toBeVisible();
  await signInButton(page).click();
  await chooseAda(page);
  await expect(ada.phoneField).toBeVisible();
});

test.describe('what does not work is told in words, with a way on', () => {
  test.use({ callsMayFail: true });

  test('a code that has expired', async ({ ada, page, site }) => {
    await page.goto('#/phone/bind');
    await signInButton(page).click();
    await page.route('**/oidc/token', (route) => {
      site.tenant.forget('AuthorizationCode');
      return route.continue();
    });
    await chooseAda(page);
    await expect(page.getByRole('alert')).toContainText('took too long');
    expect(await page.evaluate(() => sessionStorage.length)).toBe(0);
    await page.unroute('**/oidc/token');
    await signInButton(page).click();
    await expect(ada.phoneField).toBeVisible();
  });

  test('a service that is down', async ({ ada, page, site }) => {
    await site.tenant.close();
    await page.goto('#/phone/bind');
    await expect(page.getByRole('alert')).toContainText('cannot be reached');
    await signInButton(page).click();
    await expect(page.getByRole('alert')).toContainText('cannot be reached');
    await site.tenant.reopen();
    await signInButton(page).click();
    await chooseAda(page);
    await expect(ada.phoneField).toBeVisible();
  });

  test('a gateway’s page in the place of the service', async ({ ada: _, page }) => {
    await page.route('**/.well-known/**', (route) =>
      route.fulfill({ status: 502, contentType: 'text/html', body: '<h1>Bad gateway</h1>' }),
    );
    await page.goto('#/phone/bind');
    await expect(page.getByRole('alert')).toContainText('Signing in did not work');
  });

  test('a service that does not know the app', async ({ ada: _, page, site }) => {
    await page.route('**/oidc/auth?**', (route) => {
      const { searchParams } = new URL(route.request().url());
      const answer = `error=unauthorized_client&state=${searchParams.get('state')}`;
      return route.fulfill({ status: 302, headers: { location: `${site.url}?${answer}` } });
    });
    await page.goto('#/phone/bind');
    await expect(page.getByRole('alert')).toContainText('does not accept this app');
  });

  test('an address without https', async ({ ada: _, page }) => {
    await page.addInitScript(() =>
      Object.defineProperty(window, 'isSecureContext', { get: () => false }),
    );
    await page.goto('#/phone/bind');
    await expect(page.getByRole('alert')).toContainText('Open this page with https');
  });

  test('a browser that stores nothing', async ({ ada: _, page }) => {
    await page.addInitScript(() => {
      if (origin === 'null' || !location.pathname.startsWith('/some/')) return;
      Object.defineProperty(window, 'sessionStorage', {
        get: () => {
          throw new DOMException('blocked', 'SecurityError');
        },
      });
    });
    await page.goto('#/phone/bind');
    await expect(page.getByRole('alert')).toContainText('blocks storage');
    await expect(signInButton(page)).toBeVisible();
  });
});

for (const [name, hours] of [
  ['ahead', 26],
  ['behind', -26],
] as const) {
  test(`a clock that is a day ${name} does not keep anyone out`, async ({ ada, page }) => {
    await page.clock.install({ time: Date.now() + hours * 60 * 60_000 });
    await page.goto('#/phone/bind');
    await signInButton(page).click();
    await chooseAda(page);
    await expect(ada.phoneField).toBeVisible();
  });
}

test.describe('for everyone', () => {
  // The refusal of a renewal is HTTP 400.
  test.use({ callsMayFail: true });

  test('axe finds nothing in what signing in adds, in the light and in the dark', async ({
    ada: _,
    page,
    site,
  }) => {
    async function look(face: string): Promise<void> {
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ reducedMotion: 'reduce', colorScheme });
        expect.soft(await findViolations(page), `${face}, ${colorScheme}`).toEqual([]);
      }
    }
    await page.addInitScript({ path: axePath });
    await page.goto('?code=stolen&state=foreign#/phone/bind');
    await expect(page.getByRole('alert')).toBeVisible();
    await look('a problem');
    await signInButton(page).click();
    await expect(page.getByRole('button', { name: 'Cancel' })).toBeVisible();
    await look('the sandbox’s own page');
    await chooseAda(page);
    await expectSettled(page);
    // A profile that is still being read is not read anew.
    await expect(personIn(page)).toHaveText('Ada');
    site.tenant.forget('AccessToken', 'RefreshToken');
    await page.evaluate(() => dispatchEvent(new Event('focus')));
    await expect(sessionOver(page)).toBeVisible();
    await look('a session that is over');
  });
});

/** What the API says to a token. */
async function profileStatus(
  sandbox: { fetch: (request: Request) => Promise<Response> },
  token: string,
): Promise<number> {
  const headers = { authorization: token, 'x-authing-app-id': '64f0c1d2e3a4b5c6d7e8f901' };
  const reply = await sandbox.fetch(
    new Request('http://127.0.0.1/api/v3/get-profile', { headers }),
  );
  return (await reply.json()).statusCode;
}
