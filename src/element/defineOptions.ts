import type { AttributeOptions, ElementOptions, PropertyOptions } from './ElementOptions.ts';

/** How the text of an attribute is read. */
type Kind = 'text' | 'number' | 'flag' | 'list';

const KINDS: Record<keyof AttributeOptions, Kind> = {
  view: 'text',
  appHost: 'text',
  appId: 'text',
  userPoolId: 'text',
  userKey: 'text',
  locale: 'text',
  serverLang: 'text',
  headerPrefix: 'text',
  credentials: 'text',
  timeoutMs: 'number',
  headingLevel: 'number',
  defaultCountry: 'text',
  allowedCountries: 'list',
  preferredCountries: 'list',
  newPhoneChannel: 'text',
  openForm: 'text',
  autoSubmit: 'flag',
  webOtp: 'flag',
  showServerMessage: 'flag',
  helpButton: 'flag',
  allowFramed: 'flag',
};

const PROPERTIES: Record<keyof PropertyOptions, true> = {
  getAccessToken: true,
  messages: true,
  fetch: true,
};

/** `app-host` for `appHost`. */
function attributeOf(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}

export const OBSERVED_ATTRIBUTES: readonly string[] = Object.keys(KINDS).map(attributeOf);

function read(element: Element, attribute: string, kind: Kind): unknown {
  const text = element.getAttribute(attribute);
  if (kind === 'flag') return text !== null;
  if (text === null) return undefined;
  if (kind === 'list') return text.split(/[\s,]+/).filter(Boolean);
  return kind === 'number' ? Number(text) : text;
}

function write(element: Element, attribute: string, value: unknown): void {
  if (value === undefined || value === null || value === false) element.removeAttribute(attribute);
  else if (value === true) element.setAttribute(attribute, '');
  else element.setAttribute(attribute, Array.isArray(value) ? value.join(' ') : String(value));
}

type Options = HTMLElement & ElementOptions & { attributeChangedCallback: () => void };

/** Gives a class a property for each option. Of those that are attributes the attribute is the one place where they are kept. */
export function defineOptions(prototype: Options): void {
  for (const [name, kind] of Object.entries(KINDS)) {
    const attribute = attributeOf(name);
    define(prototype, name, {
      get: (element) => read(element, attribute, kind),
      set: (element, value) => write(element, attribute, value),
    });
  }
  for (const name of Object.keys(PROPERTIES)) {
    const values = new WeakMap<Options, unknown>();
    define(prototype, name, {
      get: (element) => values.get(element),
      set(element, value) {
        values.set(element, value);
        element.attributeChangedCallback();
      },
    });
  }
}

interface Access {
  get: (element: Options) => unknown;
  set: (element: Options, value: unknown) => void;
}

function define(prototype: Options, name: string, { get, set }: Access): void {
  Object.defineProperty(prototype, name, {
    configurable: true,
    enumerable: true,
    get(this: Options) {
      return get(this);
    },
    set(this: Options, value: unknown) {
      set(this, value);
    },
  });
}

/** What a page set before it had the class lies before the class's own properties, and is set once more. */
export function takeEarlyOptions(element: Options): void {
  for (const name of Object.keys({ ...KINDS, ...PROPERTIES })) {
    if (!Object.hasOwn(element, name)) continue;
    const value: unknown = Reflect.get(element, name);
    Reflect.deleteProperty(element, name);
    Reflect.set(element, name, value);
  }
}
