import type { Reported } from './ask-all.ts';
import type { Answer, Answered } from './known-wrong.ts';

const cell = (text: string): string => text.replaceAll('|', '\\|').replaceAll('\n', ' ');

function numberText(value: number): string {
  if (Number.isNaN(value)) return 'refused';
  if (!Number.isFinite(value)) return value > 0 ? 'infinity' : '-infinity';
  return String(Number(value.toPrecision(13)));
}

const answerText = (answer: Answer, labels: readonly string[]): string =>
  typeof answer === 'string'
    ? answer
    : answer
        .map((value, i) =>
          labels.length > 1 ? `${labels[i] ?? ''}: ${numberText(value)}` : numberText(value),
        )
        .join('<br>');

function answeredLines(record: Answered, { theirs, ours, notAsked }: Reported): readonly string[] {
  const { labels, truth, tolerance } = record;
  const source =
    notAsked === undefined ? record.theirs.how : `${record.theirs.how}; not asked in this run: ${notAsked}`;
  return [
    '| who | answer | from |',
    '|---|---|---|',
    `| ${cell(record.peer)} | ${cell(answerText(theirs, labels))} | ${cell(source)} |`,
    `| ours | ${cell(answerText(ours ?? 'none', labels))} | computed by this run, held to ${tolerance.relative} (${cell(tolerance.why)}) |`,
    `| truth | ${cell(answerText(truth.answer, labels))} | ${cell(truth.why)} |`,
    '',
    record.verdict,
  ];
}

/** One list item: what stays open. */
const notYetLine = ({ record, theirs }: Reported): string =>
  record.status === 'answered'
    ? ''
    : `- [${record.peer}](${record.link}), ${record.dated}. ${record.question} Theirs: ${answerText(theirs, [])} (${record.theirs.how}). Waits here for ${record.waitsFor}.`;

function section(reported: Reported): readonly string[] {
  const { record } = reported;
  if (record.status !== 'answered') return [];
  return [
    `### ${record.peer}: \`${record.id}\``,
    '',
    `${record.question} ([source](${record.link}), ${record.dated})`,
    '',
    ...answeredLines(record, reported),
    '',
  ];
}

/** The page's section: every question with their answer, ours and the true one, then those nothing here answers yet. */
export function knownWrongMarkdown(reported: readonly Reported[]): string {
  const later = reported.filter(({ record }) => record.status === 'not-yet');
  return [
    '## Known wrong answers elsewhere',
    '',
    'Questions another library has answered wrongly, with the thread or the version, our answer and the true one.',
    'These are good libraries whose authors answered in the open; several corrected the point, and it says so where they did.',
    'Each is a fixture in `bench/known-wrong` that asks the library again wherever it can be installed.',
    '',
    ...reported.flatMap(section),
    ...(later.length === 0
      ? []
      : ['### Not answered here yet, so no claim is made', '', ...later.map(notYetLine), '']),
  ].join('\n');
}
