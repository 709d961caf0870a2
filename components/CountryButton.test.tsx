import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import type { UserEvent } from '@testing-library/user-event';
import { type SyntheticEvent, useState } from 'react';
import { expect, it, vi } from 'vitest';
import { loadMessages } from '../src/i18n/catalogue.ts';
import type { CountryCode } from '../src/phone/callingCodes.ts';
import { CountryButton, type CountryButtonProps } from './CountryButton.tsx';
import { renderWidget } from './testing.tsx';

function Picker({ onChange, ...rest }: Partial<CountryButtonProps>) {
  const [country, setCountry] = useState<CountryCode>(rest.country ?? 'CN');
  return (
    <section className="genauth" aria-label="Widget">
      <CountryButton
        {...rest}
        country={country}
        onChange={(choice) => {
          setCountry(choice);
          onChange?.(choice);
        }}
      />
    </section>
  );
}

const button = () => screen.getByRole('button', { name: /^Country calling code, / });
const optionNames = () =>
  within(screen.getByRole('listbox'))
    .getAllByRole('option')
    .map((option) => option.textContent);

const statusOfList = () => within(screen.getByRole('dialog')).getByRole('status');

/** Opens the list, and answers its search. */
async function openList(user: UserEvent): Promise<HTMLElement> {
  await user.click(button());
  return screen.findByRole('combobox');
}

it('is named after the country and its code, in the language shown', async () => {
  renderWidget(<Picker />);
  expect(button()).toHaveAccessibleName('Country calling code, China +86');
  await loadMessages('zh-CN');
  renderWidget(<Picker country="HK" />, { locale: 'zh-CN' });
  expect(
    await screen.findByRole('button', { name: '国家或地区代码，中国香港 +852' }),
  ).toBeVisible();
});

it('is as small as a button until it is pressed', () => {
  renderWidget(<Picker />);
  expect(screen.getByRole('region').querySelectorAll('*').length).toBeLessThanOrEqual(4);
});

it('puts preferred countries first and picks with Enter', async () => {
  const onChange = vi.fn();
  const { user } = renderWidget(<Picker preferredCountries={['US', 'CN']} onChange={onChange} />);
  const search = await openList(user);
  await waitFor(() => expect(search).toHaveFocus());
  expect(optionNames().slice(0, 3)).toEqual(['United States +1', 'China +86', 'Afghanistan +93']);
  await user.type(search, 'holl{Enter}');
  expect(onChange).toHaveBeenCalledExactlyOnceWith('NL');
  expect(button()).toHaveFocus();
  expect(button()).toHaveAccessibleName('Country calling code, Netherlands +31');
});

it('lists countries that are not allowed, says why, and does not pick them', async () => {
  const onChange = vi.fn();
  const { user } = renderWidget(<Picker allowedCountries={['CN', 'HK']} onChange={onChange} />);
  const search = await openList(user);
  expect(optionNames().slice(0, 3)).toEqual([
    'China +86',
    'Hong Kong +852',
    'Afghanistan +93 Not available here',
  ]);
  await user.type(search, 'ger');
  const germany = screen.getByRole('option', { name: 'Germany +49 Not available here' });
  expect(germany).toHaveAttribute('aria-disabled', 'true');
  await waitFor(() => expect(statusOfList()).toHaveTextContent('4 countries'));
  await user.type(search, '{Enter}');
  expect(statusOfList()).toHaveTextContent('Not available here');
  await user.type(search, '{ArrowDown}');
  expect(statusOfList()).toBeEmptyDOMElement();
  await user.click(germany);
  expect(statusOfList()).toHaveTextContent('Not available here');
  expect(onChange).not.toHaveBeenCalled();
  expect(screen.getByRole('listbox')).toBeVisible();
});

it('tells how many were found only after a pause, and at once that none were', async () => {
  const { user } = renderWidget(<Picker />);
  const search = await openList(user);
  const status = statusOfList();
  expect(status).toHaveTextContent('245 countries');
  await user.type(search, 'ger');
  expect(status).toBeEmptyDOMElement();
  await waitFor(() => expect(status).toHaveTextContent('4 countries'));
  await user.type(search, 'x');
  expect(status).toHaveTextContent(/^No country found/);
});

it.each([
  ['Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X)', 'Christmas Island +61'],
  ['Mozilla/5.0 (Windows NT 10.0; Win64; x64)', '245 countries'],
])('R-68 says the option where VoiceOver would not: %s', async (userAgent, said) => {
  vi.spyOn(navigator, 'userAgent', 'get').mockReturnValue(userAgent);
  const { user } = renderWidget(<Picker />);
  const search = await openList(user);
  const status = statusOfList();
  expect(status).toHaveTextContent('245 countries');
  await user.type(search, '{ArrowDown}');
  expect(status).toHaveTextContent(said);
  await user.type(search, 'ger{ArrowDown}');
  await waitFor(() => expect(status).toHaveTextContent('4 countries'));
});

it('stays open with nothing to pick, and closes on Escape without telling the page', async () => {
  const onKeyDown = vi.fn();
  document.addEventListener('keydown', onKeyDown);
  const { user } = renderWidget(<Picker />);
  await user.click(button());
  await user.type(await screen.findByRole('combobox'), 'xyz{Enter}');
  expect(screen.getByRole('listbox')).toBeInTheDocument();
  onKeyDown.mockClear();
  await user.keyboard('{Escape}');
  expect(screen.queryByRole('dialog')).toBeNull();
  expect(button()).toHaveFocus();
  expect(onKeyDown).not.toHaveBeenCalled();
  document.removeEventListener('keydown', onKeyDown);
});

it('keeps what is searched for from forms around it and from shortcuts of one key, and nothing else', async () => {
  const hear = vi.fn((event: Event | SyntheticEvent) => `${event.type} ${keyOf(event)}`);
  const types = ['keydown', 'keypress', 'beforeinput', 'input', 'keyup', 'change'];
  for (const type of types) document.addEventListener(type, hear);
  const { user } = renderWidget(
    <form onChange={hear} onInput={hear} onKeyDown={hear}>
      <Picker />
    </form>,
  );
  const search = await openList(user);
  await user.type(search, 'holl{Control>}k{/Control}{ArrowDown}');
  // As Chromium does when it fills in a form.
  fireEvent(search, new Event('keydown', { bubbles: true }));
  await user.click(button());
  for (const type of types) document.removeEventListener(type, hear);
  const heard = new Set(hear.mock.results.map(({ value }) => value));
  expect([...heard]).toEqual([
    ...['keydown Control', 'keydown k', 'keyup k', 'keyup Control'],
    ...['keydown ArrowDown', 'keyup ArrowDown', 'keydown Unidentified', 'keydown nothing'],
  ]);
});

const keyOf = (event: object) => ('key' in event ? event.key : 'nothing');

it('searches the list that the host has now', async () => {
  let allowOnly: (countries: readonly CountryCode[]) => void = () => {};
  function Changing() {
    const [allowed, setAllowed] = useState<readonly CountryCode[]>();
    allowOnly = setAllowed;
    return <Picker allowedCountries={allowed} />;
  }
  const { user } = renderWidget(<Changing />);
  const search = await openList(user);
  // The last letters find nothing else.
  await user.type(search, 'germany');
  expect(optionNames()).toEqual(['Germany +49']);
  act(() => allowOnly(['CN']));
  expect(optionNames()).toEqual(['Germany +49 Not available here']);
});

it('says what to search by until something is typed, and again the next time', async () => {
  const { user } = renderWidget(<Picker />);
  const search = await openList(user);
  const hint = () => within(screen.getByRole('dialog')).queryByText('Search by name or code');
  expect(hint()).toBeVisible();
  await user.type(search, 'g');
  expect(hint()).toBeNull();
  await user.type(search, '{Backspace}');
  expect(hint()).toBeVisible();
  await user.type(search, 'g{Escape}');
  await user.click(button());
  expect(search).toHaveValue('');
  expect(hint()).toBeVisible();
});
