import type { Page } from 'playwright-core';
import type { Person } from './people.ts';

/** Opens a link as a person does: looks at the page, and clicks. */
export async function openLink({ page }: Person, link: string): Promise<void> {
  await page.goto(link);
  await page.getByRole('button', { name: 'Open mijn afspraak' }).click();
  await page.waitForURL(/\/a\/[^/]+$/);
}

/** In the waiting room: lets the page have camera and microphone, and sees oneself. */
export async function showOneself(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Zet beeld en geluid aan' }).click();
  await page.getByText('Nu ziet alleen u dit beeld').waitFor();
}
