import type { Meta, StoryObj } from '@storybook/react-vite';
import type { CSSProperties } from 'react';
import { expect, waitFor } from 'storybook/test';
import { BindPhone } from '../src/index.ts';
import { inSandbox } from './inSandbox.tsx';

const meta: Meta<typeof BindPhone> = { title: 'Code step', component: BindPhone };
export default meta;

type Story = StoryObj<typeof BindPhone>;

const NUMBER = '+86 138 0013 8000';

export const NoCodeYet = inSandbox({}, async (form) => {
  await form.sendCode();
  form.letTimePass(20_000);
  await form.canvas.findByText(form.messages.noCodeYet);
});

export const NoCodeYetOpen = inSandbox({}, async (form) => {
  await form.sendCode();
  form.letTimePass(20_000);
  await form.openHelp();
  await expect(form.canvas.getByText(form.messages.helpChina)).toBeVisible();
});

export const NoCodeYetAbroad = inSandbox({}, async (form) => {
  await form.sendCode('+44 7400 123456');
  form.letTimePass(20_000);
  await form.openHelp();
  await expect(form.canvas.getByText('+44 7400 123456')).toBeVisible();
});

export const FiveCodesSent = inSandbox({}, async (form) => {
  await form.sendCodes(5);
  await waitFor(async () =>
    expect(await form.button('sendAgain')).toHaveAccessibleDescription(form.messages.noMoreCodes),
  );
  await form.openHelp();
});

export const DidYouMean = inSandbox({}, async (form) => {
  await form.askForCode('447400123456');
  const name = form.messages.didYouMean('+44 7400 123456');
  await form.canvas.findByRole('button', { name });
});

export const BackToNumber = inSandbox({}, async (form) => {
  await form.sendCode();
  await form.user.type(await form.field('phoneNumber'), '{Backspace}1');
  await form.canvas.findByRole('button', { name: form.messages.backTo(NUMBER) });
  await form.hasStatus(form.messages.codeWentTo(NUMBER));
});

export const CodeOfAnotherNumber = inSandbox({}, async (form) => {
  await form.sendCode();
  await form.user.type(await form.field('phoneNumber'), '{Backspace}1');
  await form.user.click(await form.button('sendAgain'));
  await waitFor(() => expect(form.sandbox.outbox()).toHaveLength(2));
  await form.hasStatus(form.messages.codeSentTo('+86 138 0013 8001'));
  await form.user.type(await form.field('phoneNumber'), '{Backspace}0');
  await form.bind();
  await form.hasFieldError('verificationCode', { kind: 'codeOfOther' });
});

export const SlowSending = inSandbox(
  { faults: [{ operation: 'sendSms', kind: 'hang' }] },
  async (form) => {
    await form.askForCode();
    await form.hasStatus(form.messages.sending);
    await form.isBusy('sendCode');
  },
);

export const SlowChecking = inSandbox(
  { faults: [{ operation: 'bindPhone', kind: 'hang' }] },
  async (form) => {
    await form.sendCode();
    await form.bind();
    await form.hasStatus(form.messages.checking);
    await form.isBusy('bindPhone');
  },
);

export const RefusedByTheHost: Story = {
  ...inSandbox({}, async (form) => {
    await form.askForCode();
    await form.hasStatus(form.messages.notSent);
  }),
  args: { onBeforeSend: () => false },
};

export const ReauthRefused: Story = {
  ...inSandbox({ faults: [{ operation: 'bindPhone', kind: 'reauth' }] }, async (form) => {
    await form.sendCode();
    await form.bind();
    await form.hasProblem({ kind: 'reauth' });
  }),
  args: { onReauthRequired: () => Promise.reject(new Error('Closed.')) },
};

export const ServersOwnWords: Story = {
  ...inSandbox(
    {
      faults: [
        {
          operation: 'sendSms',
          kind: 'envelope',
          envelope: { statusCode: 499, message: '<b>Quota</b> of this tenant is used up' },
        },
      ],
    },
    async (form) => {
      await form.askForCode();
      await form.hasAlert(form.messages.serverSays('<b>Quota</b> of this tenant is used up'));
    },
  ),
  args: { showServerMessage: true },
};

export const ServersOwnWordsOfAField: Story = {
  ...inSandbox({}, async (form) => {
    await form.sendCode();
    await form.bind(form.wrongCode());
    await form.hasFieldError('verificationCode', { kind: 'codeWrong' });
    const [beginning = ''] = form.messages.serverSays('\n').split('\n');
    await form.canvas.findByText((text) => text.startsWith(beginning));
  }),
  args: { showServerMessage: true },
};

export const FourDigits = inSandbox({ settings: { codeLength: 4 } }, async (form) => {
  await form.sendCode();
  await form.bind('482913');
  await form.hasFieldError('verificationCode', { kind: 'codeLength', by: 4 });
});

export const SubmitsByItself: Story = {
  ...inSandbox({}, async (form) => {
    await form.sendCode();
    await form.canvas.findByText(form.messages.codeHintAuto);
  }),
  args: { autoSubmit: true },
};

export const UserChanged = inSandbox({}, async (form) => {
  await form.sendCode();
  await form.typeCode('482');
  form.signInAnother();
  await form.hasStatus(form.messages.userChanged);
  await expect(await form.field('verificationCode')).toHaveValue('');
  await form.hasNumber('138 0013 8000');
});

export const TooManyAttempts = inSandbox(
  {
    faults: [
      { operation: 'bindPhone', kind: 'http', status: 429, headers: { 'retry-after': '120' } },
    ],
  },
  async (form) => {
    await form.sendCode();
    await form.bind();
    await form.hasProblem({ kind: 'tooManyAttempts', by: 120 });
  },
);

const offline = [{ operation: 'sendSms', kind: 'resetBeforeHeaders' }] as const;

export const Offline = inSandbox({ isOffline: true, faults: [...offline] }, async (form) => {
  await form.askForCode();
  await form.hasProblem({ kind: 'offline' });
});

export const BackOnline = inSandbox({ isOffline: true, faults: [...offline] }, async (form) => {
  await form.askForCode();
  await form.hasProblem({ kind: 'offline' });
  dispatchEvent(new Event('online'));
  await form.hasStatus(form.messages.backOnline);
});

export const BlockedTwice = inSandbox(
  { faults: [{ operation: 'sendSms', kind: 'resetBeforeHeaders', times: 2 }] },
  async (form) => {
    await form.askForCode();
    await form.hasProblem({ kind: 'network' });
    form.letTimePass(10_000);
    const again = await form.button('sendAgain');
    await waitFor(() => expect(again).not.toHaveAttribute('aria-disabled'));
    await form.user.click(again);
    await form.hasProblem({ kind: 'networkAgain' });
  },
);

const chinese = { language: 'zh-CN' };
export const NoCodeYetInChinese: Story = { ...NoCodeYetOpen, globals: chinese };
export const FiveCodesInChinese: Story = { ...FiveCodesSent, globals: chinese };
export const DidYouMeanInChinese: Story = { ...DidYouMean, globals: chinese };
export const TooManyAttemptsInChinese: Story = { ...TooManyAttempts, globals: chinese };

const dark = { theme: 'dark' };
export const NoCodeYetInDark: Story = { ...NoCodeYetOpen, globals: dark };
export const BackToNumberInDark: Story = { ...BackToNumber, globals: dark };
export const DidYouMeanInDark: Story = { ...DidYouMean, globals: dark };
export const ServersOwnWordsInDark: Story = { ...ServersOwnWords, globals: dark };

/** Narrow, as a phone held upright. */
export const NoCodeYetOnAPhone: Story = {
  ...NoCodeYetOpen,
  tags: ['phone'],
  globals: { viewport: { value: 'mobile1' } },
};

export const RightToLeft: Story = {
  ...NoCodeYetOpen,
  decorators: [
    (Story) => (
      <div dir="rtl" style={{ '--genauth-direction': 'rtl' } as CSSProperties}>
        <Story />
      </div>
    ),
  ],
};
