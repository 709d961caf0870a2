import { GenAuthProvider } from 'genauth-account-widget';
import { QueryClient, QueryClientProvider, useQuery } from 'react-query-before';
import { client, type HostProps, widgets } from './widgets.tsx';

const queryClient = new QueryClient();

/** A host with an older TanStack Query than the widget brings. */
export function TwoVersions({ view }: HostProps) {
  const Widget = widgets[view];
  return (
    <QueryClientProvider client={queryClient}>
      <Greeting />
      <GenAuthProvider client={client}>
        <Widget />
      </GenAuthProvider>
    </QueryClientProvider>
  );
}

function Greeting() {
  const { data } = useQuery({ queryKey: ['genauth', 'profile'], queryFn: async () => 'Welcome' });
  return <p>{data}</p>;
}
