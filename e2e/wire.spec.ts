import { gzipSync } from 'node:zlib';
import { chineseNumber, type Demo, expect, expectSettled, retype, wrong } from './demo.ts';
import { type ForeignApi, type Handler, mayRead, readable, test } from './foreignApi.ts';

// The API at another origin, as in production: what a browser makes of a broken connection, and what it hides.

test.use({ callsMayFail: true });

const NOT_REACHED = 'The service could not be reached';
const NO_SENSE = 'an answer that makes no sense';
const HTML = '<h1>Zyzzyva <img src=x onerror="throw 1"></h1>';
const SENT = JSON.stringify({ statusCode: 200, message: 'ok' });

/** Types a number and asks for a code. */
async function ask(demo: Demo): Promise<string> {
  const number = chineseNumber();
  await demo.open();
  await retype(demo.phoneField, number);
  await demo.sendButton.click();
  return number;
}

/** Said in our words, nothing lost that was typed, and nothing of the server's shown. */
async function expectFailure(demo: Demo, number: string, words: string | RegExp): Promise<void> {
  await expect(demo.alert).toContainText(words);
  await demo.expectNumber(number);
  await expect(demo.widget).not.toContainText('Zyzzyva');
  await expect(demo.sendButton).not.toHaveAttribute('aria-busy');
}

const asks = ({ seen }: ForeignApi) => seen.filter((line) => line === 'POST /api/v3/send-sms');

/** No usable answer: a code may have been sent. */
const lost: [row: string, handler: Handler, words: string | RegExp][] = [
  [
    'F07: reset before an answer',
    (request) => request.resume().on('end', () => request.socket.resetAndDestroy()),
    NOT_REACHED,
  ],
  [
    'F08: reset in the middle of the body',
    (request, response) => {
      response.writeHead(200, { ...mayRead(request), 'content-length': '100' });
      response.write(SENT.slice(0, 9), () =>
        setTimeout(() => request.socket.resetAndDestroy(), 20),
      );
    },
    NOT_REACHED,
  ],
  [
    'F09: a body in chunks that ends too soon',
    (request, response) => {
      response.writeHead(200, { ...mayRead(request), 'transfer-encoding': 'chunked' });
      response.write(SENT, () => setTimeout(() => request.socket.destroy(), 20));
    },
    NOT_REACHED,
  ],
  [
    'F10: text that claims to be gzip',
    readable(200, SENT, { 'content-encoding': 'gzip' }),
    NOT_REACHED,
  ],
  [
    'F10: gzip that was cut off',
    readable(200, gzipSync(SENT + ' '.repeat(999)).subarray(0, 20), { 'content-encoding': 'gzip' }),
    // Chromium hands on what it could unpack.
    /could not be reached|makes no sense/,
  ],
  ['F11: 502 of a gateway that the page may not read', hidden(502), NOT_REACHED],
  ['F11: 429 of a gateway that the page may not read', hidden(429), NOT_REACHED],
  [
    'F16: cut while the request goes up',
    (request) => request.socket.resetAndDestroy(),
    NOT_REACHED,
  ],
  ['F04: 200 with the page of a portal', readable(200, HTML), NO_SENSE],
  ['F21: 504 in HTML', readable(504, HTML), 'The service has a problem'],
  ['F29: 200 and nothing', readable(200), NO_SENSE],
  ['F30: 204', readable(204), NO_SENSE],
  [
    'F31: 200, JSON that is cut but complete by its length',
    readable(200, SENT.slice(0, 20)),
    NO_SENSE,
  ],
  ['F32: 200, a list', readable(200, `[${SENT}]`), NO_SENSE],
  ['F33: 200, null', readable(200, 'null'), NO_SENSE],
  ['F34: 200, a text', readable(200, '"200"'), NO_SENSE],
  ['F35: 200 without a statusCode', readable(200, '{"message":"ok"}'), NO_SENSE],
  [
    'F36: a statusCode that is nearly 200',
    readable(200, '{"statusCode":"200 ","message":""}'),
    NO_SENSE,
  ],
  ['F38: HTTP 500 around a success', readable(500, SENT), 'The service has a problem'],
  ['F46: a status in the prototype', readable(200, `{"__proto__":${SENT}}`), NO_SENSE],
  ['F47: 64 KiB of brackets', readable(200, '['.repeat(65_536)), NO_SENSE],
  ['F48: UTF-16', readable(200, Buffer.from(`\ufeff${SENT}`, 'utf16le')), NO_SENSE],
];

for (const [row, handler, words] of lost) {
  test(`${row}: said in our words, and a code that arrives all the same binds (R-23)`, async ({
    demo,
    foreignApi,
    page,
  }) => {
    await page.clock.install();
    foreignApi.answer('send-sms', handler);
    const number = await ask(demo);
    await expectFailure(demo, number, words);
    await expect(demo.status).toContainText('If a code arrives, enter it.');
    await expect(demo.sendButton).toHaveAccessibleDescription(/another code in (10|\d) second/);
    expect(asks(foreignApi)).toHaveLength(1);
    foreignApi.heal();
    await page.clock.fastForward('00:11');
    await demo.sendButton.click();
    await demo.bind('+86', number);
    expect(asks(foreignApi)).toHaveLength(2);
  });
}

/** Refused: nothing was sent, and the next try is free. */
const refused: [row: string, handler: Handler, words: string | RegExp][] = [
  ['F18: 500 in HTML', readable(500, HTML), 'The service has a problem'],
  ['F19: 502 in HTML', readable(502, HTML), 'The service has a problem'],
  ['F26: 401 in HTML', readable(401, HTML), 'You are signed out'],
  ['F27: 403 of a firewall', readable(403, HTML), 'Something between you and the service'],
  ['F28: 404', readable(404, HTML), 'The service has a problem'],
  ['F28: 405', readable(405, HTML), 'The service has a problem'],
  ['F28: 415', readable(415, HTML), 'The service has a problem'],
  [
    'F51: signed out, under HTTP 200',
    readable(200, JSON.stringify({ statusCode: 403, apiCode: 2020, message: 'Zyzzyva' })),
    'You are signed out',
  ],
];

for (const [row, handler, words] of refused) {
  test(`${row}: said in our words, and the next try is free`, async ({ demo, foreignApi }) => {
    foreignApi.answer('send-sms', handler);
    const number = await ask(demo);
    await expectFailure(demo, number, words);
    await expect(demo.sendButton).not.toHaveAttribute('aria-disabled');
    expect(asks(foreignApi)).toHaveLength(1);
    foreignApi.heal();
    await demo.sendButton.click();
    await demo.bind('+86', number);
  });
}

/** A wait that the server asks for, as far as the page may read it. */
const exposed = { 'access-control-expose-headers': 'Retry-After, Date' };
const inSeconds = (seconds: number) => new Date(Date.now() + seconds * 1_000).toUTCString();
const waits: [row: string, status: number, headers: () => Record<string, string>, wait: RegExp][] =
  [
    ['F20: 503 for 30 s', 503, () => ({ ...exposed, 'retry-after': '30' }), /in (30|2\d) seconds/],
    [
      'F22: 429 for 7 s',
      429,
      () => ({ ...exposed, 'retry-after': '7' }),
      /in ([1-7] seconds|1 second)\./,
    ],
    [
      'F23: 429 until a date, by a clock that is a day ahead',
      429,
      () => ({ ...exposed, 'retry-after': inSeconds(30) }),
      /in (3[01]|2\d) seconds/,
    ],
    [
      'F23: 429 until a date of which the page cannot tell the distance',
      429,
      () => ({
        'access-control-expose-headers': 'Retry-After',
        'retry-after': inSeconds(2 * 86_400),
      }),
      /in (300|2\d\d) seconds/,
    ],
    [
      'F24: 429, its wait hidden from the page',
      429,
      () => ({ 'retry-after': '7' }),
      /in (60|5\d) seconds/,
    ],
    ['F24: 429 without a wait', 429, () => ({}), /in (60|5\d) seconds/],
    ['F25: 429 for -5 s', 429, () => ({ ...exposed, 'retry-after': '-5' }), /in (60|5\d) seconds/],
    [
      'F25: 429 for 1e9 s',
      429,
      () => ({ ...exposed, 'retry-after': '1000000000' }),
      /in 3(600|5\d\d) seconds/,
    ],
  ];

for (const [row, status, headers, wait] of waits) {
  test(`${row}: the button waits, and nothing is sent meanwhile`, async ({
    demo,
    foreignApi,
    page,
  }) => {
    if (row.startsWith('F23')) await page.clock.install({ time: Date.now() + 86_400_000 });
    foreignApi.answer('send-sms', (request, response) =>
      readable(status, HTML, headers())(request, response),
    );
    const number = await ask(demo);
    await expect(demo.alert).not.toBeEmpty();
    await expect(demo.sendButton).toHaveAttribute('aria-disabled', 'true');
    await expect(demo.sendButton).toHaveAccessibleDescription(wait);
    await demo.expectNumber(number);
    await demo.sendButton.click({ force: true });
    await demo.phoneField.press('Enter');
    // What a gesture had sent would have arrived before this.
    await page.reload();
    await expectSettled(page);
    await expect(demo.phoneField).toBeVisible();
    expect(asks(foreignApi)).toHaveLength(1);
  });
}

test.describe('an address where nobody is', () => {
  const nowhere = 'https://genauth.invalid';
  test.use({ otherOrigins: async ({ baseURL: _ }, use) => use([nowhere]) });

  test('F02: a name that does not resolve is not blamed on the connection', async ({ page }) => {
    await page.route('**/config.json', (route) =>
      route.fulfill({ json: { appHost: nowhere, appId: '6', locale: 'en', sandbox: true } }),
    );
    await page.goto('/#/phone/bind');
    const field = page.getByRole('textbox', { name: 'Phone number' });
    await retype(field, `+86 ${chineseNumber()}`);
    await page.getByRole('button', { name: 'Send code' }).click();
    await expect(page.getByRole('alert')).toContainText(NOT_REACHED);
  });
});

test('F03: a port that nobody listens at, and then somebody does', async ({
  demo,
  foreignApi,
  page,
}) => {
  await page.clock.install();
  await demo.open();
  await demo.awaken();
  await foreignApi.close();
  const number = chineseNumber();
  await retype(demo.phoneField, number);
  await demo.sendButton.click();
  await expectFailure(demo, number, NOT_REACHED);
  await foreignApi.reopen();
  await page.clock.fastForward('00:11');
  await demo.sendButton.click();
  await demo.bind('+86', number);
});

test('F05: an answer that never comes is given up on, whatever part of it has come (R-22)', async ({
  demo,
  foreignApi,
  page,
}) => {
  await page.clock.install();
  foreignApi.answer('send-sms', (request, response) => {
    response.writeHead(200, mayRead(request));
    response.write(SENT.slice(0, 9));
  });
  const hasBegun = page.waitForResponse('**/send-sms');
  const number = await ask(demo);
  await hasBegun;
  await page.clock.fastForward('00:16');
  await expectFailure(demo, number, 'The service took too long to answer');
  await expect(demo.status).toContainText('If a code arrives, enter it.');
});

test('F12: no redirection is followed, and the token never travels on', async ({
  demo,
  foreignApi,
}) => {
  foreignApi.answer('send-sms', readable(302, '', { location: `${foreignApi.url}/elsewhere` }));
  const number = await ask(demo);
  await expectFailure(demo, number, NOT_REACHED);
  expect(foreignApi.seen.filter((line) => line.endsWith('/elsewhere'))).toEqual([]);
});

test.describe('the page’s own policy', () => {
  let api = '';
  test.use({
    forbidden: async ({ foreignApi }, use) => {
      api = foreignApi.url;
      await use(`connect-src forbids ${api}/api/v3/send-sms`);
    },
  });

  test('F13: a request that it forbids has not left, and the next is free', async ({
    demo,
    foreignApi,
    page,
  }) => {
    const number = chineseNumber();
    await demo.open();
    await demo.awaken();
    await page.evaluate((policy) => {
      const meta = document.createElement('meta');
      meta.httpEquiv = 'Content-Security-Policy';
      meta.content = policy;
      document.head.append(meta);
    }, `connect-src 'self' ${api}/sandbox/ ${api}/api/v2/ ${api}/api/v3/get-profile`);
    await retype(demo.phoneField, number);
    await demo.sendButton.click();
    await expectFailure(demo, number, 'Something between you and the service');
    await expect(demo.sendButton).not.toHaveAttribute('aria-disabled');
    expect(asks(foreignApi)).toEqual([]);
  });
});

test('F14: what is blocked twice may be a blocker’s doing, and is said to be', async ({
  demo,
  page,
}) => {
  await page.clock.install();
  await page.route('**/send-sms', (route) => route.abort('blockedbyclient'));
  const number = await ask(demo);
  await expectFailure(demo, number, 'Try again in a minute');
  await page.clock.fastForward('00:11');
  await demo.sendButton.click();
  await expectFailure(demo, number, 'A blocker in the browser');
});

test('F17: a kept connection that breaks makes a browser repeat, and still one message is sent', async ({
  demo,
  foreignApi,
}) => {
  let requests = 0;
  foreignApi.answer('send-sms', (request) => {
    requests += 1;
    request.resume().on('end', () => request.socket.resetAndDestroy());
  });
  const number = await ask(demo);
  await expectFailure(demo, number, NOT_REACHED);
  // A connection of its own is not repeated on; the kept one is looked at where the app and its API share it.
  expect(requests).toBe(1);
});

test('F39: HTTP 400 around a refusal is read for its reason', async ({ demo, foreignApi }) => {
  const number = await ask(demo);
  await expect(demo.codeField).toBeFocused();
  const code = await demo.codeFor(`+86${number}`);
  foreignApi.answer(
    'bind-phone',
    readable(400, JSON.stringify({ statusCode: 400, apiCode: 2001, message: 'Zyzzyva' })),
  );
  await retype(demo.codeField, code);
  await demo.bindButton.click();
  await demo.expectError(demo.codeField, 'This code is wrong');
  await expect(demo.widget).not.toContainText('Zyzzyva');
  foreignApi.heal();
  await demo.bind('+86', number);
});

test('F42: a message without end is cut off, not waited for and not shown (A14)', async ({
  demo,
  foreignApi,
}) => {
  const piece = 'Zyzzyva '.repeat(8_192);
  let pieces = 0;
  let hasHungUp = () => {};
  const hangUp = new Promise<void>((resolve) => {
    hasHungUp = resolve;
  });
  foreignApi.answer('send-sms', (request, response) => {
    response.on('close', hasHungUp);
    response.writeHead(200, mayRead(request));
    response.write('{"statusCode":200,"message":"');
    const pour = () => {
      if (response.destroyed) return;
      pieces += 1;
      response.write(piece, pour);
    };
    pour();
  });
  const number = await ask(demo);
  await expectFailure(demo, number, NO_SENSE);
  // The browser has hung up: what it had taken by then is what lay in buffers.
  await hangUp;
  expect(pieces * piece.length).toBeLessThan(50_000_000);
});

test('F45: signs that are none, and marks without end, break neither words nor page', async ({
  demo,
  foreignApi,
  page,
}) => {
  const evil = `\u202eevil\u0000\u200b${'a\u0301'.repeat(10_000)}\ud800`;
  const envelope = { statusCode: 500, message: evil, requestId: `id-1\u202e${evil}` };
  foreignApi.answer('send-sms', readable(200, JSON.stringify(envelope)));
  await expectFailure(demo, await ask(demo), 'The service has a problem');
  await expect(demo.widget).toContainText('id-1');
  await expect(demo.widget).not.toContainText(/[\u202e\u200b]/);
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
});

for (const [name, body, type] of [
  ['a BOM in front', `\ufeff${SENT}`, 'application/json'],
  ['HTML as its type', SENT, 'text/html'],
  ['a status in quotes (F36)', '{"statusCode":"200","message":""}', 'application/json'],
  [
    'a reason beside the success (F37)',
    '{"statusCode":200,"apiCode":20001,"message":""}',
    'application/json',
  ],
  [
    'data of another operation (F49)',
    '{"statusCode":200,"message":"","data":{"a":[1]}}',
    'application/json',
  ],
] as const) {
  test(`F48: a success with ${name} is a success`, async ({ demo, foreignApi }) => {
    foreignApi.answer('send-sms', readable(200, body, { 'content-type': type }));
    await ask(demo);
    await expect(demo.status).toHaveText(/^Code sent to /);
    await expect(demo.codeField).toBeFocused();
  });
}

/** The same to a bind: what was typed stays, the profile decides, and the same code works afterwards. */
const toBind = lost.filter(([row]) => /^F(07|08|09|10|11|21|29|30|31|38)/.test(row));

for (const [row, handler, words] of toBind) {
  test(`${row}, to a bind: the profile is asked, and the same code still works (R-10, R-23)`, async ({
    demo,
    foreignApi,
  }) => {
    const number = await ask(demo);
    await expect(demo.codeField).toBeFocused();
    const code = await demo.codeFor(`+86${number}`);
    foreignApi.answer('bind-phone', handler);
    const before = foreignApi.seen.length;
    await retype(demo.codeField, code);
    await demo.bindButton.click();
    await expectFailure(demo, number, words);
    await expect(demo.codeField).toHaveValue(code);
    const after = foreignApi.seen.slice(before).filter((line) => !line.startsWith('OPTIONS'));
    expect(after.filter((line) => line === 'POST /api/v3/bind-phone')).toHaveLength(1);
    expect(after.filter((line) => line.startsWith('GET /api/v3/get-profile'))).toHaveLength(1);
    foreignApi.heal();
    await demo.bindButton.click();
    await demo.expectBound('+86', number);
  });
}

test('F62: a bind that worked and whose answer was lost is shown as bound', async ({
  demo,
  foreignApi,
}) => {
  const number = await ask(demo);
  await expect(demo.codeField).toBeFocused();
  await demo.addFault({ operation: 'bindPhone', kind: 'commitThenLose' });
  await demo.bind('+86', number);
  await expect(demo.widget).not.toContainText('already');
  expect(foreignApi.seen.filter((line) => line === 'POST /api/v3/bind-phone')).toHaveLength(1);
});

test('F62: a bind whose answer and profile were lost is settled by the profile when it is tried again', async ({
  demo,
  foreignApi,
}) => {
  const number = await ask(demo);
  const code = await demo.codeFor(`+86${number}`);
  await demo.addFault({ operation: 'bindPhone', kind: 'commitThenLose' });
  foreignApi.answer('get-profile?withIdentities=true', hidden(502));
  await retype(demo.codeField, code);
  await demo.bindButton.click();
  await expect(demo.alert).toContainText('The service could not be reached');
  // The code is used up: the server calls another try wrong, and as yet nobody can tell whether it is.
  await retype(demo.codeField, wrong(code));
  await demo.bindButton.click();
  await expect(demo.alert).toContainText('could still not be reached');
  await expect(demo.codeField).not.toHaveAttribute('aria-invalid');
  foreignApi.heal();
  await demo.bindButton.click();
  await demo.expectBound('+86', number);
});

test('F63: a send that worked and whose answer was lost: "too soon" afterwards is no dead end', async ({
  demo,
  foreignApi,
  page,
}) => {
  await page.clock.install();
  await demo.open();
  await demo.addFault({ operation: 'sendSms', kind: 'commitThenLose' });
  const number = chineseNumber();
  await retype(demo.phoneField, number);
  await demo.sendButton.click();
  await expect(demo.status).toContainText('If a code arrives, enter it.');
  await page.clock.fastForward('00:11');
  await demo.sendButton.click();
  await expect(demo.alert).toContainText('A code was asked for a short while ago');
  await expect(demo.sendButton).toHaveAttribute('aria-disabled', 'true');
  await demo.bind('+86', number);
  expect(asks(foreignApi)).toHaveLength(2);
});

/** A gateway that does not know the page's origin. */
function hidden(status: number): Handler {
  return (_, response) =>
    void response.writeHead(status, { 'content-type': 'text/html' }).end(HTML);
}
