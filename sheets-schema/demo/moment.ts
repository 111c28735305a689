import { type LocalDate, type LocalDateTime, localDateTime } from '../values.ts';

/** A moment of a demo day, so many minutes after its midnight. */
export function momentOn(day: LocalDate, minutes: number): LocalDateTime {
  const hours = String(Math.floor(minutes / 60)).padStart(2, '0');
  return localDateTime.parse(`${day}T${hours}:${String(minutes % 60).padStart(2, '0')}:00`);
}
