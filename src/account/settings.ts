import { type LazyModule, lazyModule } from '../lazyModule.ts';
import type { AuthenticationClient } from '../sdk/authenticationClient.ts';
import type { PublicConfig } from '../sdk/wire.ts';

const known = new WeakMap<AuthenticationClient, LazyModule<PublicConfig>>();

/** What the tenant says of its forms, asked for once; whoever cannot read it goes by the defaults. */
export function settingsOf(client: AuthenticationClient): LazyModule<PublicConfig> {
  let settings = known.get(client);
  if (!settings) {
    settings = lazyModule(async () => (await client.getPublicConfig()).data);
    known.set(client, settings);
  }
  return settings;
}
