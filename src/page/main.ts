// Puts the page into the document.
import { mount } from 'svelte'
import 'virtual:report-style.css'
import './style/base.css'
import './style/shell.css'
import './style/evidence.css'
import './style/works.css'
import './style/charts.css'
import './style/answer.css'
import './style/desk.css'
import './style/results.css'
import './style/origins.css'
import './style/narrow.css'
import './style/sheet.css'
import './style/print.css'
import App from './App.svelte'

const target = document.getElementById('page')
// what is said while the page comes
target?.replaceChildren()
if (target) mount(App, { target })
