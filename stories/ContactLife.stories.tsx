import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn, waitFor } from 'storybook/test';
import { withContactMessages } from '../src/account/useContactMessages.ts';
import { BindEmail, EmailSettings, PhoneSettings, UnbindPhone } from '../src/index.ts';
import type { FormSteps } from './formSteps.ts';
import { inSandbox, type Scene } from './inSandbox.tsx';

const meta: Meta = { title: 'ContactLife' };
export default meta;

type Story = StoryObj;

const BOTH = { phone: '13912345678', phoneCountryCode: '+86', email: 'ada@example.com' };
const ONLY_PHONE = {
  phone: '13912345678',
  phoneCountryCode: '+86',
  username: null,
  password: null,
};
const NEW_NUMBER = '13800138000';

const help = { onNeedHelp: fn() };
const phone = (account: Scene, steps?: (form: FormSteps) => Promise<void>) =>
  inSandbox(account, steps, () => <PhoneSettings defaultCountry="CN" {...help} />);
const email = (account: Scene, steps?: (form: FormSteps) => Promise<void>) =>
  inSandbox(account, steps, () => <EmailSettings {...help} />);

const words = ({ messages }: FormSteps) => withContactMessages(messages);

async function press({ canvas, user }: FormSteps, name: string) {
  await user.click(await canvas.findByRole('button', { name }));
}

async function type({ canvas, user }: FormSteps, name: string, text: string) {
  await user.type(await canvas.findByRole('textbox', { name }), text);
}

/** Has a code sent by the form that is shown. */
async function send(form: FormSteps): Promise<string> {
  const before = form.sandbox.outbox().length;
  await press(form, form.messages.sendCode);
  await waitFor(() => expect(form.sandbox.outbox()).toHaveLength(before + 1));
  await form.canvas.findByRole('button', { name: form.messages.sendAgain });
  return form.sandbox.outbox()[0]?.code ?? '';
}

const PHONE_CODES = { old: 'oldPhoneCode', next: 'newPhoneCode' } as const;
const EMAIL_CODES = { old: 'oldEmailCode', next: 'newEmailCode' } as const;
type Codes = typeof PHONE_CODES | typeof EMAIL_CODES;

async function openChange(form: FormSteps, codes: Codes = PHONE_CODES) {
  await press(form, words(form).change);
  await form.canvas.findByRole('textbox', { name: words(form)[codes.old] });
}

async function confirmOld(form: FormSteps, codes: Codes = PHONE_CODES) {
  await openChange(form, codes);
  await type(form, words(form)[codes.old], await send(form));
  await press(form, words(form).goOn);
  await form.canvas.findByRole('textbox', { name: words(form)[codes.next] });
}

async function upToTheEnd(form: FormSteps, number = NEW_NUMBER) {
  await confirmOld(form);
  await type(form, words(form).newPhoneNumber, number);
  await type(form, words(form).newPhoneCode, await send(form));
  await press(form, words(form).changePhone);
}

const isSaid = ({ canvas }: FormSteps, text: string) => canvas.findByText(text);

export const Loading = phone({ faults: [{ operation: 'getProfile', kind: 'hang' }] });

export const NotRead = phone(
  { faults: [{ operation: 'getProfile', kind: 'http', status: 500, times: 9 }] },
  async (form) => void (await isSaid(form, words(form).profileNotRead)),
);

export const NoPhone = phone({}, async (form) => void (await isSaid(form, words(form).noPhone)));

export const Card = phone({ account: BOTH }, async (form) => {
  await isSaid(form, '+86 ••• •••• 5678');
});

export const CardNotVerified = phone(
  { account: { ...BOTH, phoneVerified: false } },
  async (form) => void (await isSaid(form, '+86 ••• •••• 5678')),
);

export const CardNotUpToDate = phone({ account: BOTH }, async (form) => {
  await isSaid(form, '+86 ••• •••• 5678');
  form.sandbox.addFault({ operation: 'getProfile', kind: 'http', status: 500 });
  dispatchEvent(new Event('focus'));
  await isSaid(form, words(form).notUpToDate);
});

export const BindOpened = phone({}, async (form) => {
  await press(form, form.messages.bindPhone);
  await waitFor(async () => expect(await form.field('phoneNumber')).toHaveFocus());
});

export const Bound = phone({}, async (form) => {
  await press(form, form.messages.bindPhone);
  await form.typeNumber(NEW_NUMBER);
  const code = await send(form);
  await form.typeCode(code);
  await press(form, form.messages.bindPhone);
  await isSaid(form, form.messages.phoneBound('+86 ••• •••• 8000'));
});

export const ChangeFirstStep = phone({ account: BOTH }, openChange);

export const ChangeOldCodeSent = phone({ account: BOTH }, async (form) => {
  await openChange(form);
  await send(form);
});

export const ChangeOldCodeWrong = phone({ account: BOTH }, async (form) => {
  await openChange(form);
  const code = await send(form);
  await type(form, words(form).oldPhoneCode, code === '000000' ? '000001' : '000000');
  await press(form, words(form).goOn);
  const field = await form.canvas.findByRole('textbox', { name: words(form).oldPhoneCode });
  await waitFor(() => expect(field).toBeInvalid());
});

export const ChangeSecondStep = phone({ account: BOTH }, confirmOld);

export const ChangeAfterReload = phone(
  { account: BOTH, begunChangeOf: '+8613912345678' },
  async (form) => {
    await press(form, words(form).change);
    await form.canvas.findByRole('textbox', { name: words(form).newPhoneNumber });
    await form.canvas.findByRole('textbox', { name: words(form).oldPhoneCode });
    await expect(form.sandbox.outbox()).toHaveLength(0);
  },
);

export const ChangeOldLost = phone({ account: BOTH }, async (form) => {
  await openChange(form);
  await press(form, words(form).oldLost);
  await isSaid(form, words(form).oldLostText);
});

export const ChangeOldWanted = phone({ account: BOTH }, async (form) => {
  await openChange(form);
  await press(form, words(form).oldLost);
  await type(form, words(form).newPhoneNumber, NEW_NUMBER);
  await type(form, words(form).newPhoneCode, await send(form));
  await press(form, words(form).changePhone);
  await form.canvas.findByRole('textbox', { name: words(form).oldPhoneCode });
  await form.canvas.findByRole('button', { name: words(form).getHelp });
});

export const ChangeSame = phone({ account: BOTH }, async (form) => {
  await confirmOld(form);
  await type(form, words(form).newPhoneNumber, '13912345678');
  await press(form, form.messages.sendCode);
  const field = await form.canvas.findByRole('textbox', { name: words(form).newPhoneNumber });
  await waitFor(() => expect(field).toBeInvalid());
});

export const ChangeTaken = phone({ account: BOTH }, async (form) => {
  await upToTheEnd(form, '13900000000');
  await form.canvas.findByRole('button', { name: words(form).getHelp });
});

export const ChangeTokenExpired = phone(
  { account: BOTH, settings: { oneTimeTokenMs: 0 } },
  async (form) => {
    await upToTheEnd(form);
    await form.canvas.findByRole('textbox', { name: words(form).oldPhoneCode });
  },
);

export const ChangeOneStep = phone(
  { account: BOTH, settings: { verifyOldPhone: false } },
  async (form) => {
    await press(form, words(form).change);
    await form.canvas.findByRole('textbox', { name: words(form).newPhoneNumber });
  },
);

export const Changed = phone({ account: BOTH }, async (form) => {
  await upToTheEnd(form);
  await isSaid(form, form.messages.phoneChanged('+86 ••• •••• 8000'));
});

export const UnbindOpened = phone({ account: BOTH }, async (form) => {
  await press(form, words(form).unbind);
  await isSaid(form, words(form).remaining);
});

export const UnbindLast = inSandbox(
  { account: ONLY_PHONE },
  async (form) => void (await isSaid(form, words(form).noneRemaining)),
  () => <UnbindPhone {...help} />,
);

export const UnbindRefused = phone(
  { account: { ...ONLY_PHONE, username: 'ada', password: 'Sandbox-1' } },
  async (form) => {
    await press(form, words(form).unbind);
    await type(form, form.messages.verificationCode, await send(form));
    await press(form, words(form).unbindThis('+86 ••• •••• 5678'));
    await form.canvas.findByRole('button', { name: words(form).getHelp });
  },
);

export const Unbound = phone({ account: BOTH }, async (form) => {
  await press(form, words(form).unbind);
  await type(form, form.messages.verificationCode, await send(form));
  await press(form, words(form).unbindThis('+86 ••• •••• 5678'));
  await isSaid(form, form.messages.phoneUnbound('+86 ••• •••• 5678'));
});

export const EmailCard = email({ account: BOTH }, async (form) => {
  await isSaid(form, 'a•••@example.com');
});

export const EmailChange = email({ account: BOTH }, (form) => confirmOld(form, EMAIL_CODES));

export const EmailBind = inSandbox({}, undefined, () => <BindEmail {...help} />);

export const EmailWrong = inSandbox(
  {},
  async (form) => {
    await type(form, words(form).emailAddress, 'ada@example');
    await press(form, form.messages.sendCode);
    const field = await form.canvas.findByRole('textbox', { name: words(form).emailAddress });
    await waitFor(() => expect(field).toBeInvalid());
  },
  () => <BindEmail {...help} />,
);

const chinese = { language: 'zh-CN' };
export const CardInChinese: Story = { ...Card, globals: chinese } as Story;
export const ChangeSecondStepInChinese: Story = { ...ChangeSecondStep, globals: chinese } as Story;
export const UnbindOpenedInChinese: Story = { ...UnbindOpened, globals: chinese } as Story;

const dark = { theme: 'dark' };
export const CardInDark: Story = { ...Card, globals: dark } as Story;
export const ChangeTakenInDark: Story = { ...ChangeTaken, globals: dark } as Story;
export const UnbindLastInDark: Story = { ...UnbindLast, globals: dark } as Story;

const onPhone = ['phone'];
export const CardOnPhone: Story = { ...Card, tags: onPhone } as Story;
export const ChangeSecondStepOnPhone: Story = { ...ChangeSecondStep, tags: onPhone } as Story;
