import 'genauth-account-widget/styles.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { HostileDefaults } from './HostileDefaults.tsx';
import { Plain } from './Plain.tsx';
import { TwoVersions } from './TwoVersions.tsx';
import { TwoWidgets } from './TwoWidgets.tsx';
import { isView } from './widgets.tsx';

const hosts = {
  plain: Plain,
  'hostile-defaults': HostileDefaults,
  'two-widgets': TwoWidgets,
  'two-versions': TwoVersions,
};

/** One page of each kind, at `?host=…&view=…`. */
const address = new URLSearchParams(location.search);
const Host = hosts[address.get('host') as keyof typeof hosts];
const view = address.get('view') ?? '';
const container = document.getElementById('root');
if (!Host || !container || !isView(view)) throw new Error(`No such page: ${address}`);
createRoot(container).render(
  <StrictMode>
    <Host view={view} />
  </StrictMode>,
);
