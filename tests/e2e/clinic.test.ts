import { begin, end, saveRecord, tap } from './acts.ts';
import { expect, test } from './fixtures.ts';
import { fitForHands, readableByAll, SCREENS } from './for-everybody.ts';
import { clockAhead, pass } from './time.ts';

test.use({ viewport: { width: 1180, height: 820 } });

test('a nasal session by the clinic’s own times: devices, vitals, a slip, corrections, notes', async ({
  page,
}) => {
  test.setTimeout(120_000);
  await clockAhead(page);
  await page.goto('/#clinic');
  await tap(page, /Add 20 minutes/);
  await tap(page, /Take away queasy/);
  await page.getByLabel('A tag of your own').fill('holds her hand');
  await tap(page, /Add the tag/);
  await expect(page.getByRole('button', { name: 'Take away holds her hand' })).toBeVisible();
  await begin(page, 'nasal');
  const clock = page.getByRole('group', { name: 'Clinical clock' });
  await expect(clock).toContainText('Vitals before the medicine');
  await tap(page, /Device 1 started/);
  const second = page.getByRole('button', { name: 'Device 2 started' });
  await expect(second).toContainText(/in [45]:\d\d/);
  await expect(clock).toContainText(/Vitals at 20 min.*in \d\d:\d\d/);
  await pass(page, 5);
  await expect(second).toContainText('may be started');
  await second.click();
  await expect(clock).toContainText(/leave from \d\d:\d\d \(first \d\d:\d\d\)/);

  await pass(page, 17);
  await expect(clock).toContainText(/Vitals at 20 min.*due since 2:/);
  await clock.getByRole('button', { name: 'Vitals', exact: true }).click();
  const minute = page.getByRole('dialog', { name: 'Vitals minute' });
  await fitForHands(page);
  const press = async (digits: string) => {
    for (const digit of digits) await minute.getByRole('button', { name: digit, exact: true }).click();
  };
  await press('12');
  await minute.getByRole('button', { name: 'Next' }).click();
  await press('807297');
  await minute.getByRole('radio', { name: '2' }).check({ force: true });
  await minute.getByRole('button', { name: /Keep and bring/ }).click();
  await expect(minute.getByText('Systolic: did you mean 120?')).toBeVisible();
  await minute.getByRole('button', { name: 'Yes, 120' }).click();
  await minute.getByRole('button', { name: /Keep and bring/ }).click();
  await expect(clock).toContainText('Vitals at 40 min');

  await tap(page, /holds her hand/);
  await clock.getByRole('button', { name: /Vitals at 40 min/ }).click();
  const times = page.getByRole('dialog', { name: 'Times and notes' });
  for (const [nth, device] of ['Device 1 started', 'Device 2 started'].entries()) {
    await times.getByRole('button', { name: `Correct: ${device}` }).click();
    await times.getByRole('button', { name: /It really was at, less/ }).click();
    await times.getByRole('button', { name: 'tapped late' }).click();
    await times.getByRole('button', { name: 'Keep this time' }).click();
    await expect(times.getByText(/tapped at/)).toHaveCount(nth + 1);
  }
  await times.getByRole('button', { name: 'Correct: holds her hand' }).click();
  await times.getByLabel('What the note should say').fill('holds his hand');
  await times.getByRole('button', { name: 'Keep the note' }).click();
  await expect(times.getByText('before: holds her hand')).toBeVisible();
  await times.getByRole('button', { name: /Correct: blood pressure 120\/80/ }).click();
  const again = page.getByRole('dialog', { name: 'Correct a measurement' });
  await again.getByLabel('Systolic').fill('128');
  await again.getByRole('button', { name: /^Keep/ }).click();

  await end(page);
  const { log } = await saveRecord(page);
  const clinical = log.filter(({ type }) => /vitals|noted|corrected|device/.test(type));
  expect(clinical.map(({ type }) => type)).toEqual([
    'device-started',
    'device-started',
    'vitals-begun',
    'vitals-recorded',
    'vitals-ended',
    'noted',
    'medicine-corrected',
    'medicine-corrected',
    'noted',
    'vitals-recorded',
  ]);
  const [medicine, device, , first, , note, t0, moved, rewritten, corrected] = clinical;
  expect(first).toMatchObject({ systolic: 120, diastolic: 80, pulse: 72, spo2: 97, sedation: 2 });
  expect(moved).toMatchObject({
    givenAt: (device?.at ?? 0) - 60,
    corrects: device?.seq,
    note: 'tapped late',
  });
  expect(t0).toMatchObject({ givenAt: (medicine?.at ?? 0) - 60, corrects: medicine?.seq });
  // The page after it tells when it really was, not when it was tapped; a second's difference may cross a minute.
  const really = [-62, -60, -58].map((by) => {
    const time = new Date((medicine?.wallMs ?? 0) + by * 1000);
    return `medicine at ${time.toTimeString().slice(0, 5)}`;
  });
  expect(really).toContain(await page.getByText(/^medicine at \d\d:\d\d$/).textContent());
  expect(rewritten).toMatchObject({ text: 'holds his hand', corrects: note?.seq });
  expect(corrected).toMatchObject({ systolic: 128, diastolic: 80, corrects: first?.seq });
});

test('a reload in the middle of a vitals minute leaves it as it was', async ({ page }) => {
  await begin(page, 'infusion');
  const clock = page.getByRole('group', { name: 'Clinical clock' });
  await clock.getByRole('button', { name: 'Vitals', exact: true }).click();
  await page.keyboard.press('Escape');
  await expect(clock).toContainText('Vitals minute: the sound is low');
  await expect(page.getByText(/sound runs, saved/)).toBeVisible();
  await page.reload();
  await tap(page, /Continue the session/);
  await expect(clock).toContainText('Vitals minute: the sound is low');
  await tap(page, /Sound back/);
  await expect(clock.getByRole('button', { name: 'Vitals', exact: true })).toBeVisible();
});

for (const { name, viewport } of SCREENS) {
  test(`the clinic’s place, the vitals minute and the times are for everybody, on a ${name}`, async ({
    page,
  }) => {
    await page.setViewportSize(viewport);
    await page.goto('/#clinic');
    await expect(page.getByRole('heading', { name: 'Clinic' })).toBeVisible();
    await fitForHands(page);
    await readableByAll(page);
    await begin(page, 'nasal');
    await tap(page, /Device 1 started/);
    await tap(page, /tearful/);
    const clock = page.getByRole('group', { name: 'Clinical clock' });
    await clock.getByRole('button', { name: 'Vitals', exact: true }).click();
    await fitForHands(page);
    await readableByAll(page);
    await page.getByRole('button', { name: /Sound back without/ }).click();
    await clock.getByRole('button').first().click();
    await tap(page, /Correct: Device 1/);
    await fitForHands(page);
    await readableByAll(page);
  });
}
