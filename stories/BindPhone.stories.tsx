import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn } from 'storybook/test';
import { BindPhone } from '../src/index.ts';
import { inSandbox } from './inSandbox.tsx';

const meta: Meta<typeof BindPhone> = {
  title: 'BindPhone',
  component: BindPhone,
  args: { onBound: fn(), onError: fn() },
  argTypes: {
    defaultCountry: { control: 'select', options: ['CN', 'DE', 'GB', 'US'] },
    headingLevel: { control: 'inline-radio', options: [1, 2, 3, 4, 5, 6] },
  },
};
export default meta;

type Story = StoryObj<typeof BindPhone>;

export const Empty = inSandbox();

export const InvalidNumber = inSandbox({}, async (form) => {
  await form.askForCode('138 0013 800');
  await form.hasFieldError('phoneNumber', { kind: 'tooShort', by: 1 });
  await expect(form.sandbox.outbox()).toHaveLength(0);
});

export const LetterTyped = inSandbox({}, async (form) => {
  await form.typeNumber('13800');
  await form.hasNumber('138 00');
  await form.user.keyboard('x');
  await form.hasStatus(form.messages.digitsOnly);
  await form.hasNumber('138 00');
});

export const SeveralNumbers = inSandbox({}, async (form) => {
  await form.pasteNumber('13800138000 / 13900139000');
  await form.pressSend();
  await form.hasFieldError('phoneNumber', { kind: 'severalNumbers' });
});

export const Landline = inSandbox({}, async (form) => {
  await form.askForCode('010 6552 9988');
  await form.hasFieldError('phoneNumber', { kind: 'landline' });
});

export const Sending = inSandbox(
  { faults: [{ operation: 'sendSms', kind: 'hang' }] },
  async (form) => {
    await form.askForCode();
    await form.isBusy('sendCode');
  },
);

export const CodeSent = inSandbox({}, async (form) => {
  await form.sendCode();
  await form.hasStatus(form.messages.codeSentTo('+86 138 0013 8000'));
  await expect(await form.button('sendAgain')).toHaveAttribute('aria-disabled', 'true');
});

export const CooldownOver = inSandbox({}, async (form) => {
  await form.sendCode();
  form.letTimePass(60_000);
  await form.hasStatus(form.messages.sendAgainNow);
  await expect(await form.button('sendAgain')).not.toHaveAttribute('aria-disabled');
});

export const CodeMaybeSent = inSandbox(
  { faults: [{ operation: 'sendSms', kind: 'commitThenLose' }] },
  async (form) => {
    await form.askForCode();
    await form.hasStatus(form.messages.codeMaybeSentTo('+86 138 0013 8000'));
  },
);

export const TooSoon = inSandbox({}, async (form) => {
  // On another device, a moment ago.
  await form.client.sendSms({
    channel: 'CHANNEL_BIND_PHONE',
    phoneNumber: '13800138000',
    phoneCountryCode: '+86',
  });
  await form.askForCode();
  await form.hasProblem({ kind: 'rateLimited' });
});

export const WrongCode = inSandbox({}, async (form) => {
  await form.sendCode();
  await form.bind(form.wrongCode());
  await form.hasFieldError('verificationCode', { kind: 'codeWrong' });
});

export const ExpiredCode = inSandbox({}, async (form) => {
  await form.sendCode();
  form.letTimePass(form.sandbox.settings().smsValidityMs);
  await form.bind();
  await form.hasFieldError('verificationCode', { kind: 'codeExpired' });
});

export const UnclearCode = inSandbox({}, async (form) => {
  await form.sendCode();
  await form.bind('12');
  await form.hasFieldError('verificationCode', { kind: 'codeLength', by: 6 });
});

export const NoCodeSent = inSandbox({}, async (form) => {
  await form.typeNumber();
  await form.bind('482913');
  await form.hasFieldError('verificationCode', { kind: 'noCodeSent' });
});

export const NumberTaken = inSandbox({}, async (form) => {
  await form.sendCode('139 0000 0000');
  await form.bind();
  await form.hasFieldError('phoneNumber', { kind: 'phoneTaken' });
});

export const AlreadyBound = inSandbox(
  { account: { phone: '13700137000', phoneCountryCode: '+86' } },
  async (form) => {
    await form.sendCode();
    await form.bind();
    await form.hasFieldError('phoneNumber', { kind: 'alreadyBound' });
  },
);

export const CountryUnsupported = inSandbox(
  {
    faults: [
      { operation: 'sendSms', kind: 'envelope', envelope: { statusCode: 422, message: '' } },
    ],
  },
  async (form) => {
    await form.askForCode('+44 7975 556677');
    await form.hasFieldError('phoneNumber', { kind: 'countryUnsupported' });
  },
);

export const NoInternationalMessages = inSandbox(
  { settings: { internationalSms: false } },
  async (form) => {
    await form.user.click(await form.field('phoneNumber'));
    await form.askForCode('+44 7975 556677');
    await form.hasFieldError('phoneNumber', { kind: 'countryNotAllowed' });
  },
);

export const CountryNotAllowed: Story = {
  ...inSandbox({}, async (form) => {
    await form.askForCode('+44 7975 556677');
    await form.hasFieldError('phoneNumber', { kind: 'countryNotAllowed' });
  }),
  args: { allowedCountries: ['CN', 'HK', 'MO', 'TW'] },
};

export const CaptchaNeeded = inSandbox(
  {
    faults: [
      {
        operation: 'sendSms',
        kind: 'envelope',
        envelope: {
          statusCode: 499,
          apiCode: 2000,
          message: 'Captcha required',
          requestId: '7e5f0c9a-2f6b-4e0d-9a53-0d1c6f2b8a44',
        },
      },
    ],
  },
  async (form) => {
    await form.askForCode();
    await form.hasProblem({ kind: 'captchaNeeded' });
  },
);

export const SignedOut = inSandbox({ isSignedOut: true }, async (form) => {
  await form.askForCode();
  await form.hasProblem({ kind: 'auth' });
});

export const NetworkError = inSandbox(
  { faults: [{ operation: 'bindPhone', kind: 'resetBeforeHeaders' }] },
  async (form) => {
    await form.sendCode();
    await form.bind();
    await form.hasProblem({ kind: 'network' });
  },
);

export const ServerError = inSandbox(
  { faults: [{ operation: 'sendSms', kind: 'http', status: 500, body: '<h1>Error</h1>' }] },
  async (form) => {
    await form.askForCode();
    await form.hasProblem({ kind: 'server' });
  },
);

export const Malformed = inSandbox(
  { faults: [{ operation: 'sendSms', kind: 'http', status: 200, body: '<h1>Welcome</h1>' }] },
  async (form) => {
    await form.askForCode();
    await form.hasProblem({ kind: 'malformed' });
  },
);

export const RateLimited = inSandbox(
  {
    faults: [
      { operation: 'sendSms', kind: 'http', status: 429, headers: { 'retry-after': '300' } },
    ],
  },
  async (form) => {
    await form.askForCode();
    await form.hasProblem({ kind: 'rateLimited', by: 300 });
  },
);

export const Binding = inSandbox(
  { faults: [{ operation: 'bindPhone', kind: 'hang' }] },
  async (form) => {
    await form.sendCode();
    await form.bind();
    await form.isBusy('bindPhone');
  },
);

export const Bound = inSandbox({}, async (form) => {
  await form.sendCode();
  await form.bind();
  await form.hasStatus(form.messages.phoneBound('+86 ••• •••• 8000'));
});

export const BoundAfterLostReply = inSandbox(
  { faults: [{ operation: 'bindPhone', kind: 'commitThenLose' }] },
  async (form) => {
    await form.sendCode();
    await form.bind();
    await form.hasStatus(form.messages.phoneBound('+86 ••• •••• 8000'));
  },
);

export const PastedForeignNumber = inSandbox({}, async (form) => {
  await form.pasteNumber('+44 7975 556677');
  await form.hasNumber('7975 556677');
  await form.hasStatus('+44');
  await expect(await form.countryButton()).toHaveAccessibleName(expect.stringMatching(/\+44$/));
});

export const CountryPickerOpen = inSandbox({}, async (form) => {
  await form.openCountries();
  await form.canvas.findAllByRole('option');
});

export const CountryPickerFiltered = inSandbox({}, async (form) => {
  await form.openCountries('49');
  await expect(await form.canvas.findByRole('option')).toHaveTextContent('+49');
});

export const CountryPickerEmpty = inSandbox({}, async (form) => {
  await form.openCountries('Atlantis');
  await form.canvas.findByText(form.messages.noCountryFound);
});

export const Broken: Story = {
  ...inSandbox(
    { operations: { sendSms: () => Promise.reject(new Error('A bug.')) } },
    async (form) => {
      await form.askForCode();
      await form.hasAlert(form.messages.somethingBroke);
    },
  ),
  // React would log the bug, rightly; the console of every other story has to stay empty.
  parameters: { react: { rootOptions: { onCaughtError: () => {} } } },
};

const chinese = { language: 'zh-CN' };
export const EmptyInChinese: Story = { ...Empty, globals: chinese };
export const CodeSentInChinese: Story = { ...CodeSent, globals: chinese };
export const WrongCodeInChinese: Story = { ...WrongCode, globals: chinese };
export const CountryPickerInChinese: Story = { ...CountryPickerFiltered, globals: chinese };
export const BoundInChinese: Story = { ...Bound, globals: chinese };

const dark = { theme: 'dark' };
export const EmptyInDark: Story = { ...Empty, globals: dark };
export const WrongCodeInDark: Story = { ...WrongCode, globals: dark };
export const CountryPickerInDark: Story = { ...CountryPickerOpen, globals: dark };
export const BoundInDark: Story = { ...Bound, globals: dark };
