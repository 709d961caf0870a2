import { Dialog } from '@base-ui/react/dialog';
import { createRoot } from 'react-dom/client';
import css from '../../components/styles.css?inline';
import {
  BindPhone,
  ChangePhone,
  createAuthenticationClient,
  EmailSettings,
  GenAuthProvider,
  PhoneSettings,
  UnbindPhone,
} from '../../src/index.ts';

const WIDGETS = { BindPhone, ChangePhone, EmailSettings, PhoneSettings, UnbindPhone };

/** A widget in a page of its host's; which page is told after the `?`, and after that, which widget. */
const [kind = '', name = 'BindPhone'] = location.search.slice(1).split('&');
const FRAME = [
  'position: fixed',
  'inset: 0 auto auto 0',
  'height: 880px',
  'min-width: 0',
  'max-width: none',
  'max-height: none',
  'box-shadow: 0 0 0 100px white',
  'width: min(100vw, 480px)',
  'display: block',
  'box-sizing: border-box',
  'padding: 0',
  'margin: 0',
  'border: 0',
  'overflow: visible',
  'background: white',
  'opacity: 1',
  'filter: none',
  'mix-blend-mode: normal',
  'float: none',
  'transform: none',
  'transition: none',
  'animation: none',
  'z-index: 2147483647',
  'visibility: visible',
  'pointer-events: auto',
];
const page = document.body.appendChild(document.createElement('main'));
const sheet = new CSSStyleSheet();
sheet.replaceSync(css);
page.append(document.createElement('h1'));

const widget = document.createElement('div');
const hosts: Record<string, () => void> = {
  /** What the page is like without us. */
  nothing: () => undefined,
  plain: () => page.append(widget),
  // What the page's sheets do to the page moves nothing here; what they hand down comes in.
  framed: () => {
    const frame = page.appendChild(document.createElement('div'));
    frame.id = 'host';
    frame.style.cssText = FRAME.map((declaration) => `${declaration} !important`).join(';');
    frame.append(widget);
    widget.style.cssText = 'display: contents !important';
  },
  // Rendered below, inside a dialog that traps the focus by script.
  baseDialog: () => page.append(widget),
  rtl: () => {
    document.dir = 'rtl';
    page.append(widget);
  },
  box: () => {
    widget.style.cssText = 'block-size: 60px; overflow: hidden; transform: translateX(8px)';
    page.append(widget);
  },
  dialog: () => {
    const dialog = page.appendChild(document.createElement('dialog'));
    const before = dialog.appendChild(document.createElement('button'));
    before.textContent = 'Before';
    dialog.append(widget);
    dialog.showModal();
  },
  shadow: () => {
    const root = page.appendChild(document.createElement('div')).attachShadow({ mode: 'open' });
    root.adoptedStyleSheets = [sheet];
    root.append(widget);
  },
  closed: () => {
    const root = page.appendChild(document.createElement('div')).attachShadow({ mode: 'closed' });
    root.adoptedStyleSheets = [sheet];
    root.append(widget);
    // For the test alone: nobody else sees into it.
    Object.assign(window, { closedRoot: root });
  },
  // Most countries cannot be chosen, and say so.
  few: () => page.append(widget),
  iframe: () => {
    const frame = page.appendChild(document.createElement('iframe'));
    frame.style.cssText = 'inline-size: 100%; block-size: 600px; border: 0';
    frame.src = `?plain&${name}`;
  },
};

if (!['shadow', 'closed', 'nothing'].includes(kind)) document.adoptedStyleSheets = [sheet];
hosts[kind]?.();
if (kind !== 'iframe' && kind !== 'nothing') {
  const client = createAuthenticationClient({
    appId: '64f0c1d2e3a4b5c6d7e8f901',
    appHost: location.origin,
    getAccessToken: () =>
      localStorage.getItem('genauth-account-widget.demo-account') ?? 'sandbox-hosts',
  });
  const Widget = WIDGETS[name as keyof typeof WIDGETS];
  const app = (
    <GenAuthProvider client={client}>
      <Widget
        onNeedHelp={() => undefined}
        showServerMessage
        {...(kind === 'few' && { allowedCountries: ['CN', 'GB', 'US'] })}
      />
    </GenAuthProvider>
  );
  createRoot(widget).render(
    kind === 'baseDialog' ? (
      <Dialog.Root defaultOpen>
        <Dialog.Portal>
          <Dialog.Popup className="host-dialog">
            <button type="button">Before</button>
            {app}
          </Dialog.Popup>
        </Dialog.Portal>
      </Dialog.Root>
    ) : (
      app
    ),
  );
}
