/** What the commands say, in English; the Spanish table has the same keys. */
import type { Progress } from '../../host/progress.ts'
import { ahead } from './ahead.ts'
import { decision } from './decision.ts'
import { evidenceCommands } from './en-evidence.ts'
import { open } from './open.ts'
import { search } from './search.ts'
import { skill } from './skill.ts'

const duration = (seconds: number) =>
  seconds >= 3600
    ? `${Math.floor(seconds / 3600)} h ${Math.round((seconds % 3600) / 60)} min`
    : seconds >= 90
      ? `${Math.round(seconds / 60)} min`
      : `${Math.ceil(seconds)} s`

export const en = {
  about:
    'VRAEM Lab: what is known about the valley, how it works, and what policies would change, with the uncertainty shown.',
  usage: 'Usage:',
  argumentsTitle: 'Arguments:',
  optionsTitle: 'Options:',
  commandsTitle: 'Commands:',
  examples: 'Examples:',
  exitCodes:
    'Exit codes: 0 done, 1 a check failed, 2 the input was wrong (every problem is listed), 3 a fault in the program, 130 stopped with Ctrl-C.',
  optionsWord: '[options]',
  commandWord: '[command]',
  help: 'show this help',
  groups: { data: 'the data package', evidence: 'the ledger: claims, sources, contradictions' },
  version: 'show the version',
  commands: {
    start: {
      about: 'compare the shipped policy packages, print the table, write the report, serve the laboratory page',
      examples: ['npm start', 'npm start -- --once', 'npm start -- --once --draws 16 --sample 1/50'],
    },
    run: {
      about: 'one scenario, an ensemble of draws',
      examples: [
        'vraem run history --draws 64',
        'vraem run baseline --sample 1/20 --out results',
        'vraem run my-scenario.yaml --json',
        'vraem run baseline --model my-rules',
      ],
    },
    compare: {
      about: 'paired runs of several scenarios; the first is the reference',
      examples: [
        'vraem compare baseline cacao-first',
        'vraem compare baseline cacao-first my-scenario.yaml --draws 128 --workers 4',
        'vraem compare --resume out/compare-2026-01-31-120000',
      ],
    },
    predict: {
      about: 'quantiles for any series, place and year that the model covers',
      examples: ['vraem predict targets.csv --out predictions.csv'],
    },
    verify: {
      about: 'run a saved manifest again and compare, bit for bit',
      examples: ['vraem verify out/compare-2026-01-31-120000', 'vraem verify manifest.json --workers 1'],
    },
    screen: {
      about: 'try prior draws against what is known up to 2018 and write the list of those that pass',
      examples: ['vraem screen --draws 400', 'vraem screen --draws 400 --keep 128 --out my-draws.json'],
    },
    calibrate: {
      about: 'fit the model to what is known up to a year and write the posterior that other commands use',
      examples: [
        'vraem calibrate --quick',
        'vraem calibrate --out my-posterior --seed 2',
        'vraem calibrate --resume my-posterior',
      ],
    },
    ...skill.en.commands,
    ...ahead.en.commands,
    ...decision.en.commands,
    ...open.en.commands,
    ...search.en.commands,
    recover: {
      about: 'fit histories made by the model itself, whose truth is known, and say how often the bands held it',
      examples: ['vraem recover', 'vraem recover --draws 3 --sample 1/200', 'vraem recover --out docs'],
    },
    structure: {
      about: 'the mechanism contest: which patterns and policy answers change when one mechanism is swapped',
      examples: ['vraem structure', 'vraem structure --draws 32 --out docs', 'vraem structure --json'],
    },
    model: {
      about: "the model's own description, from the code",
      examples: [
        'vraem model --parameters',
        'vraem model --odd --out model.md',
        'vraem model --graph --reduced | dot -Tsvg > model.svg',
        'vraem model --graph --json',
        'vraem model --card --lang es',
        'vraem model --trace --out trace.md',
      ],
    },
    'data check': {
      about: 'check the data package: types, units, keys, ranges, places',
      examples: ['vraem data check', 'vraem data check --json'],
    },
    ...evidenceCommands,
    population: {
      about: 'the synthetic population; --check shows how well its margins fit the facts',
      examples: ['vraem population --check', 'vraem population --check --sample 1/20 --json'],
    },
    serve: {
      about: 'serve the laboratory page, and the latest report beside it, on 127.0.0.1',
      examples: ['vraem serve', 'vraem serve --port 8080'],
    },
  },
  ahead: ahead.en.words,
  decision: decision.en.words,
  open: open.en.words,
  search: search.en.words,
  skill: skill.en.words,
  options: {
    ...ahead.en.options,
    ...decision.en.options,
    ...open.en.options,
    ...search.en.options,
    seed: 'seed of all random draws (default: that of the shipped draws)',
    draws: 'number of parameter draws',
    sample: 'share of the households that is simulated, 1/1 to 1/200',
    workers: 'worker threads (default: one per core; 0: none)',
    json: 'machine-readable JSON on stdout, words on stderr',
    lang: 'language of the words',
    debug: 'show the place in the program when it fails',
    out: 'where to write',
    resume: 'go on with a run that was stopped',
    model: 'folder with changed rule files (paths as in src/system): run beside the original rules, draws paired',
    scope: 'which districts VRAEM means in the tables (default: what each outcome declares)',
    ...skill.en.options,
    quick: 'a smaller fit: minutes instead of a quarter of an hour',
    lean: 'on the lean model of one district type, where ABC can be tried as well',
    until: 'last year whose facts are used (default: 2018)',
    prior: 'plain prior draws, not screened by history',
    once: 'stop after the report',
    port: 'port to listen on (default: the first free one from 4173)',
    parameters: 'every parameter with its unit, range, distribution and source',
    odd: 'the ODD+D description, as Markdown with formulas',
    graph: 'the system map: who reads and writes what, as Graphviz DOT',
    card: 'the model card: what may be asked, what may not, how good it is, where it fails',
    trace: 'the TRACE notebook: how the model was made and tested',
    reduced: 'with --graph: mechanisms alone, joined where one writes what the other reads',
    check: 'compare with the facts',
    misses: 'how many of the patterns dated 2018 or earlier a draw may miss',
    keep: 'stop when so many draws have passed',
    subject: 'what the claim is about, a name in evidence/subjects.csv',
    topic: 'group of subjects, a name in evidence/topics.csv',
    place: 'place, in any spelling: VRAEM, Peru, a district, its ubigeo',
    period: 'year, month or span that the claim touches: 2014, 2014-03, 2010/2014',
    source: 'id of the source, as in evidence/sources.csv',
    kind: 'kind of claim: quantity, qualitative, causal, event, observation',
    reason: 'why sources differ: definition, territory, period, method, unit, attribution, merging, dispute, unknown',
    observations: 'rows of series and events too, not only what texts assert',
    found: 'also those that no one has described yet, found by comparing figures',
    limit: 'how many lines at most',
    as: 'what the file is, when its header does not tell',
    format: 'form of the export',
    write: 'add to the data package; without it nothing is written',
    replace: 'replace months that an earlier import of the same events counts otherwise',
    series: 'series of a table with years in columns',
    unit: 'unit of its figures',
    decimal: 'decimal sign of the file, when it does not tell',
    dates: 'order of day and month, when the dates do not tell',
    encoding: 'encoding of the file: utf-8, windows-1252, utf-16le, utf-16be',
  },
  progress: (p: Progress) =>
    `${p.done} of ${p.total} draws` +
    (p.secondsLeft === undefined
      ? ''
      : ` · ${p.perSecond.toPrecision(2)} per second · about ${duration(p.secondsLeft)} left`),
  preparing: 'Preparing the facts, the households and the machine …',
  running: (scenarios: readonly string[], draws: number, sample: number, workers: number) =>
    `${scenarios.join(', ')}: ${draws} draws, households 1/${sample}, ${workers === 0 ? 'no worker thread' : `${workers} worker thread${workers === 1 ? '' : 's'}`}`,
  resumed: (done: number, total: number) => `Going on: ${done} of ${total} draws were finished before.`,
  workerLost: (why: string) => `A worker thread died (${why}); its draw is repeated on a fresh one.`,
  otherKernels: {
    scalar:
      'WebAssembly has no vectors here: household rules run one household at a time, same numbers, a few times slower.',
    plain: 'There is no WebAssembly here: household rules run as plain loops, same numbers, many times slower.',
  },
  rulesCompiled: (files: readonly string[], ms: number) =>
    `Changed rules compiled in ${Math.max(1, Math.round(ms))} ms: ${files.join(', ')}`,
  soFar: (done: number, total: number, figures: readonly string[]) =>
    `After ${done} of ${total} draws, median and nine in ten draws: ${figures.join('; ')}`,
  stopped: (done: number, total: number, command: string) =>
    `Stopped. ${done} of ${total} draws are finished and kept. Go on with: ${command}`,
  stoppedPlain: 'Stopped.',
  written: (folder: string) => `Written: ${folder}`,
  report: (file: string) => `Report: ${file}`,
  serving: ({ url, report }: { url: string; report?: string }) =>
    `Laboratory: ${url}${report ? `, report: ${report}` : ''} (Ctrl-C stops it)`,
  noReport: 'there is no report yet',
  fault: (message: string) => `A fault in the program, not in your input: ${message}`,
  reportFault: (url: string | undefined) =>
    `Please report it${url === undefined ? ' to whoever gave you this program, with the command' : ` at ${url}`}; --debug shows the place in the program.`,
  dataFine: (tables: number, rows: number) => `The data package is in order: ${tables} tables, ${rows} rows.`,
  problems: (n: number) => `${n} problem${n === 1 ? '' : 's'}.`,
  marginsHead: ['margin', 'place', 'target', 'value', 'error'],
  marginsFine: (n: number, worst: string) => `${n} margins, all within their tolerance; largest error ${worst}.`,
  marginsBad: (bad: number, n: number) => `${bad} of ${n} margins outside their tolerance.`,
  same: (hash: string) => `Reproduced: the result is the same, bit for bit (${hash.slice(0, 12)}).`,
  notSame: (n: number) => `Not reproduced: ${n} difference${n === 1 ? '' : 's'}.`,
  differs: (field: string, saved: string, again: string) => `${field}: saved ${saved}, now ${again}`,
  fileDiffers: (file: string) => `${file}: not what the run gives`,
  patternsHead: ['pattern', 'what', 'role', 'inside', 'median', 'band', 'answer'],
  patternWords: {
    inside: 'inside',
    outside: 'outside',
    'not run': 'not run',
    'held back': 'held back',
  },
  missedHead: ['pattern', 'missed'],
  screened: (kept: number, tried: number) => `${kept} of ${tried} prior draws pass.`,
  stages: { screening: 'screening', matching: 'ruling out', smoothing: 'fit' },
  trials: (p: Progress) =>
    `${p.done} of ${p.total} runs of this round` +
    (p.secondsLeft === undefined
      ? ''
      : ` · ${p.perSecond.toPrecision(2)} per second · about ${duration(p.secondsLeft)} left`),
  recovering: (histories: number, members: number, rounds: number) =>
    `fitting ${histories} histories whose truth is known, ${members} members in ${rounds} rounds each, by two algorithms`,
  recovered: (algorithm: string, history: number) => `history ${history} fitted by ${algorithm}`,
  recoveryHead: ['algorithm', 'mean CRPS of quantiles', '90% bands held the truth', 'runs a history'],
  recoveryUnknownsHead: ['unknown', 'truth inside'],
  recoveryBetter: (name: string, support: number) =>
    `lower CRPS: ${name}, in ${support}% of resampled histories; a fit that learns nothing has 0.167`,
  stageDone: (stage: string, done: number, runs: number) => `${stage}: ${Math.round(100 * done)}% · ${runs} runs`,
  calibrating: (targets: number, until: number, sample: number) =>
    `Calibration: ${targets} targets dated ${until} or earlier, households 1/${sample}.`,
  contesting: (swaps: number, draws: number, sample: number) =>
    `Contest: the model as it is and ${swaps} swaps, ${draws} draws, households 1/${sample}. Nothing is fitted again.`,
  contestStopped: 'Stopped. Finished runs are kept: the same command goes on from there.',
  calibrationStopped: (command: string) => `Stopped. What was reached is kept. Go on with: ${command}`,
  targetsHead: ['target', 'observed', 'median', 'nine in ten', 'miss in sd', ''],
  unknownsHead: ['unknown', 'unit', 'before: nine in ten', 'median', 'now: nine in ten', 'spread left', ''],
  missedWord: 'missed',
  notIdentifiedWord: 'not identified',
  calibrated: (met: number, of: number, open: number, all: number) =>
    `${met} of ${of} targets within two standard deviations; ${open} of ${all} unknowns are not identified: what rests on them is driven by the prior.`,
  nothingLeft: (targets: readonly string[]) =>
    `No point of the priors makes all targets together; against the closest one: ${targets.join(', ')}.`,
  priorNote: 'Draws come from the priors in data/parameters.csv, not from a calibrated posterior.',
  predicted: (ok: number, rest: number) => `${ok} rows predicted, ${rest} not modelled or of an unknown place.`,
  claimsHead: ['id', 'source', 'place', 'period', 'figure', 'what is said'],
  claimsFound: (shown: number, total: number) =>
    shown < total
      ? `${shown} of ${total} claims; narrow it with --subject, --place, --period, --source or --kind, or ask for more with --limit.`
      : `${total} claim${total === 1 ? '' : 's'}.`,
  observationsToo: (n: number) =>
    `${n} ${n === 1 ? 'row of series matches' : 'rows of series match'} as well: add --observations.`,
  wordsIgnored: (ignored: readonly string[]) =>
    `Nothing with ${ignored.map((word) => `“${word}”`).join(', ')}; shown are those with the other words.`,
  nothingFound: 'Nothing in the ledger matches.',
  contradictionsFound: (written: number, found: number, folded: number) =>
    `${written} contradiction${written === 1 ? '' : 's'} described${found === 0 ? '' : `, ${found} more found by comparing figures${folded === found ? '' : `, in ${folded} group${folded === 1 ? '' : 's'} of the same quantity and sources, widest apart first`}`}.`,
  ledgerFine: (claims: number, sources: number, contradictions: number, links: number) =>
    `The ledger is in order: ${claims} claims, ${sources} sources, ${contradictions} contradictions, ${links} links.`,
  rowsRead: (n: number) => `${n} row${n === 1 ? '' : 's'} read`,
  importStopped: 'Stopped. Nothing was written; the data are as they were.',
  importWritten: 'Ctrl-C came too late: everything is written and the data are whole.',
  nothingImported: (n: number) => `${n} problem${n === 1 ? '' : 's'}: nothing was imported.`,
  exported: (files: number, folder: string) => `${files} file${files === 1 ? '' : 's'} written to ${folder}`,
  parametersHead: ['parameter', 'unit', 'low', 'central', 'high', 'distribution', 'claims', 'source'],
}

export type Messages = typeof en
