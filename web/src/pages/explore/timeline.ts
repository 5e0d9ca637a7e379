// One customer's journey to scale: when, and in which channel.

export interface Happened {
  time: string;
  channel: string;
}

export interface Dot<T extends Happened> {
  moment: T;
  x: number;
  row: number;
}

export interface Timeline<T extends Happened> {
  dots: readonly Dot<T>[];
  channels: readonly string[];
  /** Days that are marked below, with their place. */
  marks: readonly { at: string; x: number }[];
}

const MARKS = 5;

/** Places from 0 to 1 by time, in a row for each channel; where all happened at once they spread by their order. */
export function timeline<T extends Happened>(moments: readonly T[]): Timeline<T> {
  const channels = [...new Set(moments.map(({ channel }) => channel))];
  const times = moments.map(({ time }) => Date.parse(time));
  const [first, last] = [Math.min(...times), Math.max(...times)];
  const xOf = (time: number, at: number) =>
    last > first ? (time - first) / (last - first) : (at + 0.5) / moments.length;
  const dots = moments.map((moment, at) => ({
    moment,
    x: xOf(times[at] ?? first, at),
    row: channels.indexOf(moment.channel),
  }));
  const marks =
    last > first
      ? Array.from({ length: MARKS }, (_, at) => at / (MARKS - 1)).map((x) => ({
          at: new Date(first + x * (last - first)).toISOString(),
          x,
        }))
      : [];
  return { dots, channels, marks };
}
