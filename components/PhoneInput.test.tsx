import { fireEvent, waitFor } from '@testing-library/react';
import { expect, it, vi } from 'vitest';
import { BindPhone } from './BindPhone.tsx';
import { phoneField, withNumber } from './form.testing.tsx';
import { renderWidget } from './testing.tsx';

/** An input method at work: it shows what it has so far, and tells of it. */
function compose(text: string) {
  fireEvent.compositionStart(phoneField());
  fireEvent.input(phoneField(), { target: { value: text }, isComposing: true });
}

it('B5 an input method is left alone until it is done', async () => {
  await withNumber({}, undefined, '1');
  compose('1390');
  expect(phoneField()).toHaveValue('1390');
  fireEvent.compositionEnd(phoneField());
  await waitFor(() => expect(phoneField()).toHaveValue('139 0'));
});

it('B5 B3 on Android, where every key is composed, digits are read as they come', async () => {
  vi.spyOn(navigator, 'userAgent', 'get').mockReturnValue('Mozilla/5.0 (Linux; Android 16; K)');
  await withNumber({}, undefined, '1');
  compose('1390');
  await waitFor(() => expect(phoneField()).toHaveValue('139 0'));
});

it('B18 what a password manager fills in is heard of by a `change` alone', async () => {
  await withNumber({}, undefined, '1');
  const field = phoneField() as HTMLInputElement;
  field.value = '+8613900139000';
  fireEvent(field, new Event('change', { bubbles: true }));
  await waitFor(() => expect(field).toHaveValue('139 0013 9000'));
});

it('B6 what was typed is shown as it will be sent once the field is left', async () => {
  const { user } = await withNumber({}, undefined, '008613900139000');
  expect(phoneField()).toHaveValue('00 86 139 0013 9000');
  await user.tab();
  await waitFor(() => expect(phoneField()).toHaveValue('139 0013 9000'));
});

it('B18 never moves the caret of a field without the focus: on iOS that would take it', async () => {
  const first = await withNumber();
  await waitFor(() => expect(phoneField()).toHaveValue('139 1234 5678'));
  first.unmount();
  const move = vi.spyOn(HTMLInputElement.prototype, 'setSelectionRange');
  renderWidget(<BindPhone defaultCountry="CN" />);
  fireEvent.input(phoneField(), { target: { value: '+8613900139000' } });
  await waitFor(() => expect(phoneField()).toHaveValue('139 0013 9000'));
  expect(move).not.toHaveBeenCalled();
});
