#!/usr/bin/env node
import { launch } from '../scripts/launch.mjs'

await launch('dist/src/cli/main.js', process.argv.slice(2))
