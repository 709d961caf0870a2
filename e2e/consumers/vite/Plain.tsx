import { GenAuthProvider } from 'genauth-account-widget';
import { client, type HostProps, widgets } from './widgets.tsx';

/** What the documentation shows. */
export function Plain({ view }: HostProps) {
  const Widget = widgets[view];
  return (
    <GenAuthProvider client={client} locale="en">
      <Widget />
    </GenAuthProvider>
  );
}
