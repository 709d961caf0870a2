import type { Meta, StoryObj } from '@storybook/react-vite';
import type { CSSProperties } from 'react';
import { expect } from 'storybook/test';
import { BindPhone } from '../src/index.ts';
import { inSandbox } from './inSandbox.tsx';

const meta: Meta<typeof BindPhone> = { title: 'Phone field', component: BindPhone };
export default meta;

type Story = StoryObj<typeof BindPhone>;

export const Empty = inSandbox({}, async (form) => {
  await form.pressSend();
  await form.hasFieldError('phoneNumber', { kind: 'empty' });
});

export const TooLong = inSandbox({}, async (form) => {
  await form.askForCode('138 0013 8000 1');
  await form.hasFieldError('phoneNumber', { kind: 'tooLong', by: 1 });
});

export const NotANumber = inSandbox({}, async (form) => {
  await form.pasteNumber('ring me');
  await form.pressSend();
  await form.hasFieldError('phoneNumber', { kind: 'notANumber' });
});

export const Extension = inSandbox({}, async (form) => {
  await form.pasteNumber('138 0013 8000 ext 12');
  await form.pressSend();
  await form.hasFieldError('phoneNumber', { kind: 'extension' });
});

export const UnknownCallingCode = inSandbox({}, async (form) => {
  await form.askForCode('+999 123 456');
  await form.hasFieldError('phoneNumber', { kind: 'unknownCallingCode' });
});

export const NotMobile = inSandbox({}, async (form) => {
  await form.askForCode('123 4567 8901');
  await form.hasFieldError('phoneNumber', { kind: 'notMobile' });
});

export const ReadFromASentence = inSandbox({}, async (form) => {
  await form.pasteNumber('微信同号 １３８００１３８０００');
  await form.hasNumber('138 0013 8000');
});

export const RightToLeft: Story = {
  ...inSandbox({}, async (form) => {
    await form.typeNumber('٠٥٥١٢٣٤٥٦٧');
    await form.hasNumber('055 123 4567');
  }),
  args: { defaultCountry: 'SA' },
  decorators: [
    (Story) => (
      <div dir="rtl" style={{ '--genauth-direction': 'rtl' } as CSSProperties}>
        <Story />
      </div>
    ),
  ],
};

export const DisabledCountries: Story = {
  ...inSandbox({}, async (form) => {
    await form.openCountries('united');
    const option = await form.canvas.findByRole('option', { name: /^United Kingdom/ });
    await expect(option).toHaveAttribute('aria-disabled', 'true');
    await expect(option).toHaveTextContent(form.messages.countryNotAllowed);
  }),
  args: { allowedCountries: ['CN', 'DE'], preferredCountries: ['DE'] },
};

/** As high as the screen where that is narrow; looked at in a window of a phone's size. */
export const CountrySheet: Story = {
  ...inSandbox({}, async (form) => {
    await form.openCountries();
    await form.canvas.findAllByRole('option');
  }),
  tags: ['phone'],
  globals: { viewport: { value: 'mobile2' } },
};
