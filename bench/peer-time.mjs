// Days as the peer keeps them: ISO strings, which compare as the days do.

/** Whether a term takes in a day; an absent end is open. */
export const covers = ({ from, until }, day) => (from === undefined || from <= day) && (until === undefined || day <= until);

const iso = (date) => date.toISOString().slice(0, 10);

export function addDays(day, days) {
  return iso(new Date(Date.parse(day) + days * 86_400_000));
}

/** The same day so many months later, or the last of that month. */
export function addMonths(day, months) {
  const month = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1 + months;
  const [year, of] = [Math.floor(month / 12), (month % 12) + 1];
  const wanted = day.slice(8);
  const most = of === 2 ? (year % 4 || (year % 100 === 0 && year % 400) ? "28" : "29") : of === 4 || of === 6 || of === 9 || of === 11 ? "30" : "31";
  return `${String(year).padStart(4, "0")}-${of < 10 ? "0" : ""}${of}-${wanted < most ? wanted : most}`;
}

/** The state of something that holds while one of the spans does. */
export function lapses(spans, on, last) {
  let reach = "";
  for (const span of spans) {
    if (!covers(span, on)) continue;
    if (span.until === undefined) return "met";
    if (span.until > reach) reach = span.until;
  }
  if (reach === "") return "missing";
  while (reach < last) {
    const next = addDays(reach, 1);
    const before = reach;
    for (const span of spans) {
      if (!covers(span, next)) continue;
      if (span.until === undefined) return "met";
      if (span.until > reach) reach = span.until;
    }
    if (reach === before) return "expiring";
  }
  return "met";
}
