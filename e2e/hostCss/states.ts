import type { APIRequestContext, Page } from '@playwright/test';
import { chineseNumber, type Demo, expect, expectSettled, retype, wrong } from '../demo.ts';
import { openHost } from '../hosts/serveHosts.ts';
import { createLife } from '../life.ts';

export interface Scene {
  demo: Demo;
  page: Page;
  request: APIRequestContext;
}

type Reach = (scene: Scene, host: string) => Promise<unknown>;

async function open({ page, demo }: Scene, host: string, widget = 'BindPhone') {
  await openHost(page, `${host}&${widget}`);
  if (widget !== 'BindPhone') return;
  await expect(demo.phoneField).toBeVisible();
  await expectSettled(page);
}

const sent: Reach = async (scene, host) => {
  const number = chineseNumber();
  await open(scene, host);
  await scene.demo.send(number);
  return number;
};

async function openCard(scene: Scene, host: string) {
  const { account } = createLife(scene.page, scene.request, scene.demo.account, '');
  const phone = chineseNumber();
  await account({ phone, phoneCountryCode: '+86', email: `${phone}@example.com` });
  await open(scene, host, 'PhoneSettings');
  await expect(scene.demo.widget).toContainText(phone.slice(-4));
}

/** The faces of the widget in a page of `hosts.tsx`, and how to get there. */
export const STATES: [name: string, reach: Reach][] = [
  ['at the start', open],
  [
    'with an error at the number',
    async (scene, host) => {
      await open(scene, host);
      await scene.demo.awaken();
    },
  ],
  ['while it waits for the next code', sent],
  [
    'with an error at the code and help open',
    async (scene, host) => {
      const { demo, page } = scene;
      const number = await sent(scene, host);
      await retype(demo.codeField, wrong(await demo.codeFor(`+86${number}`)));
      await demo.bindButton.click();
      await demo.expectError(demo.codeField, 'This code is wrong');
      await page.clock.fastForward('00:40');
      await demo.widget.getByText('Didn’t get the code?').click();
      await expect(demo.widget.getByRole('listitem').first()).toBeVisible();
    },
  ],
  [
    'with a failure of the form',
    async (scene, host) => {
      const { demo } = scene;
      const envelope = { statusCode: 499, message: 'Zyzzyva', requestId: 'a1b2c3d4e5f60718' };
      await open(scene, host);
      await demo.addFault({ operation: 'sendSms', kind: 'envelope', envelope });
      await retype(demo.phoneField, chineseNumber());
      await demo.sendButton.click();
      await expect(demo.alert).toContainText('Zyzzyva');
    },
  ],
  [
    'with the list of countries open',
    async (scene, host) => {
      await open(scene, host);
      await scene.demo.countryButton.click();
      await expect(scene.demo.widget.getByRole('option').first()).toBeVisible();
    },
  ],
  [
    'after success',
    async (scene, host) => {
      const { demo } = scene;
      const number = await sent(scene, host);
      await retype(demo.codeField, await demo.codeFor(`+86${number}`));
      await demo.bindButton.click();
      await expect(demo.status).toHaveText(/^Phone bound: /);
    },
  ],
  ['as the card of a phone', openCard],
  [
    'before a phone is removed',
    async (scene, host) => {
      await openCard(scene, host);
      await scene.demo.widget.getByRole('button', { name: 'Unbind' }).click();
      await expect(scene.demo.widget).toContainText('You can still sign in with:');
    },
  ],
  [
    'in the middle of a change',
    async (scene, host) => {
      await openCard(scene, host);
      await scene.demo.widget.getByRole('button', { name: 'Change' }).click();
      await expect(scene.demo.widget).toContainText('Step 1 of 2');
    },
  ],
];
