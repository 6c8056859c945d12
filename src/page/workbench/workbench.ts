// The charts with a result of `vraem compare --json` that lies beside the page as compare.json. Not part of the page that is shipped.
import { mount } from 'svelte'
import 'virtual:report-style.css'
import '../style/base.css'
import '../style/shell.css'
import '../style/evidence.css'
import '../style/works.css'
import '../style/charts.css'
import Workbench from './Workbench.svelte'

const target = document.getElementById('page')
if (target) mount(Workbench, { target })
