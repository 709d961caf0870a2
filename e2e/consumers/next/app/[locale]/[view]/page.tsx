import { headers } from 'next/headers';
import { Account } from './Account';

interface Props {
  params: Promise<{ locale: string; view: string }>;
}

export default async function Page({ params }: Props) {
  const { locale, view } = await params;
  // Reading a header also says that the page is made at every request, as its nonce must be.
  const host = (await headers()).get('host');
  return <Account appHost={`http://${host}`} locale={locale} view={view} />;
}
