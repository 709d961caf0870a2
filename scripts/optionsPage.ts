import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { defaultSettings } from '../src/sandbox/settings.ts';
import { type Member, readTypes } from './readTypes.ts';

/** Writes the page: `npx tsx scripts/optionsPage.ts`. */
const PAGE = join(import.meta.dirname, '../docs/options.md');

const INDEX = 'src/index.ts';
const ELEMENT = 'src/element/ElementOptions.ts';
const EVENTS = 'src/element/events.ts';
const CONFIG = 'src/app/readConfig.ts';
const HOOKS = 'src/account/hostHooks.ts';
const FAILURE = 'src/sdk/failure.ts';
const SANDBOX = 'src/sandbox/createSandbox.ts';
const SETTINGS = 'src/sandbox/settings.ts';
const CONTACT = 'src/account/contact.ts';
const SEND_LOG = 'src/account/sendLog.ts';
const CARD = 'components/ContactSettings.tsx';
const CHANNEL = 'components/newPhoneChannel.ts';
const OPTIONS = 'src/sdk/options.ts';

const INTRO = `# Options and events

<!-- Written by scripts/optionsPage.ts from the types; a test holds the two together. -->

[The client](#the-client) · [the provider](#the-provider) · [the widgets](#the-widgets) ·
[what hooks are told](#what-hooks-are-told) · [the element](#the-element) · [the app](#the-app) ·
[the sandbox](#the-sandbox) · [names in the tables](#names-in-the-tables)
`;

const types = readTypes([
  INDEX,
  ELEMENT,
  EVENTS,
  CONFIG,
  HOOKS,
  FAILURE,
  SANDBOX,
  SETTINGS,
  CONTACT,
  SEND_LOG,
  CARD,
  CHANNEL,
  OPTIONS,
]);

function cell(text: string): string {
  return text.replaceAll('|', '\\|');
}

function code(text: string): string {
  return `\`${cell(text)}\``;
}

function table(columns: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |\n`;
  return `\n${line(columns)}${line(columns.map(() => '---'))}${rows.map(line).join('')}`;
}

function optionsTable(members: readonly Member[], heading = 'Option'): string {
  const rows = members.map(({ name, type, isOptional, fallback, text }) => [
    code(name),
    code(type),
    isOptional ? cell(fallback ?? '') : (fallback ?? '*required*'),
    cell(text),
  ]);
  return table([heading, 'Type', 'Default', 'For'], rows);
}

function factsTable(members: readonly Member[]): string {
  const rows = members.map(({ name, type, isOptional, text }) => [
    `${code(name)}${isOptional ? ', may be missing' : ''}`,
    code(type),
    cell(text),
  ]);
  return table(['Field', 'Type', 'What it is'], rows);
}

/** One row for what several widgets take in the same words. */
function widgetsTable(): string {
  const widgets = types.components(INDEX).filter((name) => name !== 'GenAuthProvider');
  const rows = new Map<string, { member: Member; takers: string[] }>();
  for (const widget of widgets) {
    for (const member of types.members(INDEX, `${widget}Props`)) {
      const key = `${member.name} ${member.text}`;
      const row = rows.get(key) ?? { member, takers: [] };
      rows.set(key, { ...row, takers: [...row.takers, widget] });
    }
  }
  const cells = [...rows.values()].map(({ member, takers }) => [
    code(member.name),
    code(member.type),
    cell(member.fallback ?? ''),
    cell(member.text),
    takers.length === widgets.length ? 'all' : takers.map(code).join(' '),
  ]);
  const all = `${widgets.map((name) => code(`<${name}>`)).join(', ')}. No prop is required.\n`;
  return `\n${all}${table(['Prop', 'Type', 'Default', 'For', 'Widgets'], cells)}`;
}

export function attributeOf(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}

function attributesTable(): string {
  const rows = types
    .members(ELEMENT, 'AttributeOptions')
    .map(({ name, type, fallback, text }) => [
      code(attributeOf(name)),
      code(name),
      code(type),
      cell(fallback ?? ''),
      cell(text),
    ]);
  return table(['Attribute', 'Property', 'Type', 'Default', 'For'], rows);
}

function propertiesTable(): string {
  const rows = types
    .members(ELEMENT, 'PropertyOptions')
    .map(({ name, type, text }) => [code(name), code(type), cell(text)]);
  return table(['Property', 'Type', 'For'], rows);
}

function eventsTable(): string {
  const rows = types
    .members(EVENTS, 'GenAuthAccountEventMap')
    .map(({ name, type, text }) => [code(name), code(type), cell(text)]);
  return table(['Event', 'Type, with that of `detail`', 'When'], rows);
}

function configTable(): string {
  const fallbacks = types.fallbacksIn(CONFIG);
  const rows = types.members(CONFIG, 'AppConfig').map(({ name, type, text }) => {
    const fallback = fallbacks.get(name);
    return [code(name), code(type), fallback ? code(fallback) : '*required*', cell(text)];
  });
  return table(['Key', 'Type', 'Default', 'For'], rows);
}

function settingsTable(): string {
  const fallbacks = new Map<string, unknown>(Object.entries(defaultSettings));
  const rows = types
    .members(SETTINGS, 'Settings')
    .map(({ name, type, text }) => [
      code(name),
      code(type),
      code(JSON.stringify(fallbacks.get(name))),
      cell(text),
    ]);
  return table(['Setting', 'Type', 'Default', 'For'], rows);
}

const ALIASES: readonly (readonly [file: string, name: string])[] = [
  [HOOKS, 'BeforeSendAnswer'],
  [CONTACT, 'ExtraFields'],
  [SEND_LOG, 'Purpose'],
  [CARD, 'SettingsView'],
  [ELEMENT, 'AccountView'],
  [EVENTS, 'OpenForm'],
  [CHANNEL, 'NewPhoneChannel'],
  [OPTIONS, 'Lang'],
  [FAILURE, 'FailureKind'],
  [FAILURE, 'Outcome'],
];

function aliasesTable(): string {
  const rows = ALIASES.map(([file, name]) => [code(name), code(types.alias(file, name))]);
  return table(['Name', 'Stands for'], rows);
}

export function optionsPage(): string {
  return [
    INTRO,
    '\n## The client\n\nOf `createAuthenticationClient`. An option that is not in this table is refused.\n',
    optionsTable(types.members(INDEX, 'AuthenticationClientOptions')),
    '\n## The provider\n\nOf `<GenAuthProvider>`.\n',
    optionsTable(
      types.members(INDEX, 'GenAuthProviderProps').filter(({ name }) => name !== 'children'),
      'Prop',
    ),
    '\n## The widgets\n',
    widgetsTable(),
    '\n## What hooks are told\n\n`onBeforeSend`, and without `needsCaptcha` `onSent`:\n',
    factsTable(types.members(HOOKS, 'BeforeSendInfo')),
    '\n`onBound`, `onChanged`, `onUnbound`:\n',
    factsTable(types.members(INDEX, 'Done')),
    '\n`onNeedHelp`:\n',
    factsTable(types.members(HOOKS, 'NeedHelp')),
    '\n`onError`, and a rejected call of the client, where it is a `GenAuthError`:\n',
    factsTable(types.members(FAILURE, 'FailureDetails')),
    '\n## The element\n\nOf `<genauth-account>`. It shows nothing without `view`, `app-host`, `app-id` and `getAccessToken`.\n',
    attributesTable(),
    propertiesTable(),
    '\nEvents bubble, and leave the shadow roots around them:\n',
    eventsTable(),
    '\n## The app\n\nKeys of `config.json`.\n',
    configTable(),
    '\n## The sandbox\n\nOf `createSandbox`, and below of its `settings`.\n',
    optionsTable(types.members(SANDBOX, 'SandboxOptions')),
    settingsTable(),
    '\n## Names in the tables\n',
    aliasesTable(),
  ].join('');
}

if (process.argv[1] === import.meta.filename) writeFileSync(PAGE, optionsPage());
