export type { AccountState } from './accounts.ts';
export { createSandbox, type Sandbox, type SandboxOptions } from './createSandbox.ts';
export type { Fault } from './faults.ts';
export type { SandboxCall } from './log.ts';
export type { OutboxMessage } from './outbox.ts';
export type { ResolveToken, TokenOwner } from './sessions.ts';
export type { Settings } from './settings.ts';
