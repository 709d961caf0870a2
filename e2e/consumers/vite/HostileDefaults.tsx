import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { GenAuthProvider } from 'genauth-account-widget';
import { client, type HostProps, widgets } from './widgets.tsx';

const hostile = {
  retry: 3,
  networkMode: 'online',
  throwOnError: true,
  gcTime: Number.POSITIVE_INFINITY,
} as const;

const queryClient = new QueryClient({
  defaultOptions: { queries: hostile, mutations: hostile },
});

/** A host that shares its own query client, with defaults that are wrong for a code. */
export function HostileDefaults({ view }: HostProps) {
  const Widget = widgets[view];
  return (
    <QueryClientProvider client={queryClient}>
      <GenAuthProvider client={client} queryClient={queryClient}>
        <Widget />
      </GenAuthProvider>
    </QueryClientProvider>
  );
}
