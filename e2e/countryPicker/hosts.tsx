import { Dialog } from '@base-ui/react/dialog';
import { createRoot } from 'react-dom/client';
import css from '../../components/styles.css?inline';
import { BindPhone, createAuthenticationClient, GenAuthProvider } from '../../src/index.ts';

/** The widget in a page that is hard on popups; which one is told after the `?`. */
const kind = location.search.slice(1);
const page = document.body.appendChild(document.createElement('main'));
const sheet = new CSSStyleSheet();
sheet.replaceSync(css);
page.append(document.createElement('h1'));

const widget = document.createElement('div');
const hosts: Record<string, () => void> = {
  plain: () => page.append(widget),
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
  iframe: () => {
    const frame = page.appendChild(document.createElement('iframe'));
    frame.style.cssText = 'inline-size: 100%; block-size: 600px; border: 0';
    frame.src = '?plain';
  },
};

if (kind !== 'shadow') document.adoptedStyleSheets = [sheet];
hosts[kind]?.();
if (kind !== 'iframe') {
  const client = createAuthenticationClient({
    appId: '64f0c1d2e3a4b5c6d7e8f901',
    appHost: location.origin,
    getAccessToken: () => 'sandbox-hosts',
  });
  const app = (
    <GenAuthProvider client={client}>
      <BindPhone />
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
