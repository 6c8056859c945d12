import { launch } from './launch.mjs'

await launch('dist/bench/main.js', process.argv.slice(2))
