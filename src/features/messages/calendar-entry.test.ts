import ICAL from 'ical.js';
import { describe, expect, test } from 'vitest';
import { languages } from '#journey/language.ts';
import { addMinutes } from '#journey/time.ts';
import { writeCalendarFile } from './calendar-entry.ts';
import { exampleStartAt, exampleTelling } from './example-telling.ts';

const writtenAt = addMinutes(exampleStartAt, -24 * 60);
const file = (overrides: Parameters<typeof exampleTelling>[0] = {}) =>
  writeCalendarFile(exampleTelling(overrides), writtenAt);

function parse(content: string) {
  const calendar = new ICAL.Component(ICAL.parse(content));
  const component = calendar.getFirstSubcomponent('vevent');
  if (component === null) throw new Error('no event');
  return { calendar, component, event: new ICAL.Event(component) };
}

describe('the calendar file', () => {
  test('is one entry in UTC with the appointment’s own identity', () => {
    const { calendar, component, event } = parse(file().content);
    expect(calendar.getFirstPropertyValue('version')).toBe('2.0');
    expect(calendar.getFirstPropertyValue('method')).toBe('PUBLISH');
    expect(calendar.getAllSubcomponents()).toHaveLength(1);
    expect(event.uid).toBe('0193f0a0-0000-7000-8000-000000000002@balie.leiebeke.example');
    expect(event.sequence).toBe(0);
    expect(event.startDate.toICALString()).toBe('20261124T094000Z');
    expect(event.endDate.toICALString()).toBe('20261124T095500Z');
    expect(component.getFirstPropertyValue('dtstamp')?.toString()).toBe('2026-11-23T09:40:00Z');
    expect(component.getFirstPropertyValue('url')).toBe(exampleTelling().link);
    expect(component.getFirstPropertyValue('organizer')).toBe('mailto:balie@leiebeke.example');
    expect(component.getFirstPropertyValue('status')).toBe('CONFIRMED');
    expect(component.getFirstPropertyValue('class')).toBe('PRIVATE');
    expect(component.getAllProperties('attendee')).toEqual([]);
  });

  test('reminds a quarter of an hour before', () => {
    const alarm = parse(file().content).component.getFirstSubcomponent('valarm');
    expect(alarm?.getFirstPropertyValue('action')).toBe('DISPLAY');
    expect(alarm?.getFirstPropertyValue('trigger')?.toString()).toBe('-PT15M');
  });

  test.each(languages)('in %s says how and with which words, and not for which service', (language) => {
    const { event } = parse(file({ appointment: { language } }).content);
    expect(event.summary).toContain('Stad Leiebeke');
    expect(event.description).toContain(exampleTelling().link);
    expect(event.description).toContain('klaver brug');
    expect(event.location).not.toBe('');
    expect(`${event.summary}${event.description}${event.location}`).not.toMatch(/advies|[{}]/i);
  });

  test('keeps commas, semicolons, backslashes and line breaks of a text', () => {
    const { event } = parse(file({ sender: { name: 'Stad; Leie\\beke, "noord"\nBEGIN:VEVENT' } }).content);
    expect(event.summary).toBe('Afspraak met Stad; Leie\\beke, "noord"\nBEGIN:VEVENT');
  });

  test('has lines of 75 octets at most that end in CRLF', () => {
    const { content } = file({
      sender: { name: 'Ville de Liège-sur-Mér é é é é é é é é é é é é é é é é é é é é é' },
    });
    for (const line of content.split('\r\n')) {
      expect(line).not.toMatch(/[\r\n]/);
      expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
    }
  });

  test('of a later version of the appointment has a higher sequence', () => {
    expect(parse(file({ appointment: { calendarSequence: 3 } }).content).event.sequence).toBe(3);
  });

  test('of a cancelled appointment takes the entry away', () => {
    const before = parse(file().content);
    const cancelled = file({ appointment: { state: 'cancelled' } });
    const { calendar, component, event } = parse(cancelled.content);
    expect(calendar.getFirstPropertyValue('method')).toBe('CANCEL');
    expect(cancelled.contentType).toBe('text/calendar; charset=utf-8; method=CANCEL');
    expect(component.getFirstPropertyValue('status')).toBe('CANCELLED');
    expect(event.uid).toBe(before.event.uid);
    expect(event.sequence).toBeGreaterThan(before.event.sequence);
    expect(component.getAllSubcomponents('valarm')).toEqual([]);
    expect(cancelled.content).not.toContain('/l/');
  });
});
