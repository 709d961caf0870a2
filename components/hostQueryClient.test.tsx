import { dehydrate, MutationCache, onlineManager, QueryClient } from '@tanstack/react-query';
import { cleanup, screen, waitFor } from '@testing-library/react';
import { afterEach, expect, it, vi } from 'vitest';
import { sendLog } from '../src/account/sendLog.ts';
import { BindPhone } from './BindPhone.tsx';
import { renderWidget } from './testing.tsx';

const NUMBER = '13912345678';

afterEach(() => {
  cleanup();
  onlineManager.setOnline(true);
  sendLog.clear('bind');
  vi.restoreAllMocks();
});

/** A host's client with every default that would harm us. */
function hostileClient() {
  return new QueryClient({
    defaultOptions: {
      mutations: {
        retry: 3,
        retryDelay: 0,
        networkMode: 'online',
        throwOnError: true,
        gcTime: Infinity,
      },
      queries: { retry: 3, retryDelay: 0, networkMode: 'online', gcTime: Infinity },
    },
  });
}

it('F84 sends once, and what fails stays failed, under any defaults of a host', async () => {
  const queryClient = hostileClient();
  const { user, sandbox, callsOf } = renderWidget(<BindPhone defaultCountry="CN" />, {
    queryClient,
  });
  sandbox.addFault({ operation: 'sendSms', kind: 'http', status: 503, times: 4 });
  await user.type(screen.getByRole('textbox', { name: 'Phone number' }), NUMBER);
  await user.click(screen.getByRole('button', { name: 'Send code' }));
  await waitFor(() => expect(screen.getByRole('alert')).toHaveTextContent('service has a problem'));
  expect(callsOf('sendSms')).toBe(1);
});

it('F84 R-25 tries at once although the host believes to be offline, and queues nothing', async () => {
  onlineManager.setOnline(false);
  const queryClient = hostileClient();
  const { user, callsOf } = renderWidget(<BindPhone defaultCountry="CN" />, { queryClient });
  await user.type(screen.getByRole('textbox', { name: 'Phone number' }), NUMBER);
  await user.click(screen.getByRole('button', { name: 'Send code' }));
  await waitFor(() => expect(screen.getByRole('status')).toHaveTextContent('Code sent'));
  onlineManager.setOnline(true);
  expect(callsOf('sendSms')).toBe(1);
});

it('F84 takes the next press as soon as a failure is shown, however long the host’s client is busy with it', async () => {
  const mutationCache = new MutationCache({ onSuccess: () => new Promise(() => {}) });
  const { user, sandbox, newestCode, callsOf } = renderWidget(<BindPhone defaultCountry="CN" />, {
    queryClient: new QueryClient({ mutationCache }),
  });
  vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(false);
  sandbox.addFault({ operation: 'sendSms', kind: 'resetBeforeHeaders' });
  await user.type(screen.getByRole('textbox', { name: 'Phone number' }), NUMBER);
  const send = screen.getByRole('button', { name: 'Send code' });
  await user.click(send);
  await waitFor(() => expect(screen.getByRole('alert')).toHaveTextContent('You are offline.'));
  expect(send).not.toHaveAttribute('aria-busy');
  await user.click(send);
  await waitFor(() => expect(screen.getByRole('status')).toHaveTextContent('Code sent'));
  await user.type(
    screen.getByRole('textbox', { name: 'Verification code' }),
    `${newestCode()}{Enter}`,
  );
  await waitFor(() => expect(screen.getByRole('status')).toHaveTextContent('Phone bound'));
  expect([callsOf('sendSms'), callsOf('bindPhone')]).toEqual([2, 1]);
});

it('R-26 leaves neither number nor code in a cache that a host may persist', async () => {
  const queryClient = hostileClient();
  const { user, sandbox, newestCode } = renderWidget(<BindPhone defaultCountry="CN" />, {
    queryClient,
  });
  sandbox.addFault({ operation: 'bindPhone', kind: 'hang' });
  await user.type(screen.getByRole('textbox', { name: 'Phone number' }), NUMBER);
  await user.click(screen.getByRole('button', { name: 'Send code' }));
  await waitFor(() => expect(screen.getByRole('status')).toHaveTextContent('Code sent'));
  await user.type(screen.getByRole('textbox', { name: 'Verification code' }), newestCode());
  await user.click(screen.getByRole('button', { name: 'Bind phone' }));
  await waitFor(() => expect(queryClient.isMutating()).toBe(1));
  const cached = JSON.stringify([
    dehydrate(queryClient, { shouldDehydrateMutation: () => true }),
    queryClient
      .getMutationCache()
      .getAll()
      .map(({ state }) => state),
  ]);
  expect(cached).not.toContain(NUMBER);
  expect(cached).not.toContain(newestCode());
});
