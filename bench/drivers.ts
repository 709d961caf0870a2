import type { Page } from 'playwright';
import type { Country, InputName } from './names.ts';

/** How a person finds the parts of an input, and chooses a country in it. */
export interface Driver {
  field: string;
  /** Opens the list; missing where the browser itself shows one. */
  button?: string;
  option?: string;
  /** Missing where the list cannot be searched. */
  search?: string;
  list?: string;
  /** What is counted as the closed field. */
  root: string;
  choose?: (page: Page, country: Country) => Promise<void>;
  /** ISO code of the country that the input shows. */
  shownCountry?: (page: Page) => Promise<string>;
}

const FIELD = 'main input[type=tel]';
const NAMES = { CN: 'China', US: 'United States', AE: 'United Arab Emirates' };
const SHOWN: Record<string, string> = { ...invert(NAMES), 'United Kingdom': 'GB' };

export const DRIVERS: Record<InputName, Driver> = {
  ours: {
    field: FIELD,
    root: '.genauth-field:has(input[type=tel])',
    button: '.genauth-country',
    list: '.genauth-list',
    option: '.genauth-option',
    search: '.genauth-search',
    async choose(page, country) {
      await page.click('.genauth-country');
      await page.fill('.genauth-search', NAMES[country]);
      await page.keyboard.press('Enter');
    },
    async shownCountry(page) {
      const label = (await page.getAttribute('.genauth-country', 'aria-label')) ?? '';
      const name = label.replace('Country calling code, ', '').replace(/ \+\d+$/, '');
      return SHOWN[name] ?? name;
    },
  },
  'intl-tel-input': {
    field: FIELD,
    root: 'main > *',
    button: '.iti__selected-country',
    list: '.iti__country-list',
    option: '.iti__country',
    search: '.iti__search-input',
    async choose(page, country) {
      await page.click('.iti__selected-country');
      await page.fill('.iti__search-input', NAMES[country]);
      await page.click(`.iti__country[data-iso2=${country.toLowerCase()}]`);
    },
    shownCountry: (page) => codeIn(page, '.iti__selected-country .iti__flag', /iti__([a-z]{2})\b/),
  },
  'react-phone-number-input': {
    field: FIELD,
    root: 'main > *',
    async choose(page, country) {
      await page.selectOption('.PhoneInputCountrySelect', country);
    },
    shownCountry: (page) => page.inputValue('.PhoneInputCountrySelect'),
  },
  'react-international-phone': {
    field: FIELD,
    root: 'main > *',
    button: '.react-international-phone-country-selector-button',
    list: '.react-international-phone-country-selector-dropdown',
    option: '.react-international-phone-country-selector-dropdown__list-item',
    async choose(page, country) {
      await page.click('.react-international-phone-country-selector-button');
      await page.click(`li[data-country=${country.toLowerCase()}]`);
    },
    shownCountry: (page) =>
      codeIn(page, '.react-international-phone-country-selector-button', /data-country="(..)"/),
  },
  'mui-tel-input': {
    field: FIELD,
    root: 'main > *',
    button: '.MuiTelInput-IconButton',
    list: '.MuiTelInput-Menu [role=listbox]',
    option: '.MuiTelInput-MenuItem',
    async choose(page, country) {
      await page.click('.MuiTelInput-IconButton');
      await page.click(`[data-testid=option-${country}]`);
    },
    shownCountry: (page) => codeIn(page, '.MuiTelInput-Flag', /data-testid="(..)"/),
  },
  bare: { field: FIELD, root: 'main > *' },
};

async function codeIn(page: Page, selector: string, pattern: RegExp): Promise<string> {
  const element = page.locator(selector).first();
  const html = await element.evaluate(({ outerHTML }) => outerHTML).catch(() => '');
  return pattern.exec(html.split('>')[0] ?? '')?.[1]?.toUpperCase() ?? 'none';
}

function invert(names: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(names).map(([code, name]) => [name, code]));
}
