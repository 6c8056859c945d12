// The month, in order. Every feedback uses last month's value, so order effects last one month at most. Families that move
// within the valley change their district first of all in January.
import { aid } from './beyond/aid.ts'
import { borderPrice } from './beyond/border-price.ts'
import { moneyAndWages } from './beyond/money-and-wages.ts'
import { otherZones } from './beyond/other-zones.ts'
import { organisation } from './community/organisation.ts'
import { protest } from './community/protest.ts'
import { trust } from './community/trust.ts'
import { armedFinance } from './conflict/armed-finance.ts'
import { armedStrength } from './conflict/armed-strength.ts'
import { control } from './conflict/control.ts'
import { displacement } from './conflict/displacement.ts'
import { forces } from './conflict/forces.ts'
import { violence } from './conflict/violence.ts'
import { ageingText } from './farm/ageing.ts'
import { choiceText } from './farm/choice.ts'
import { cocaStandText } from './farm/coca-stand.ts'
import { contractText } from './farm/contract.ts'
import { expectations } from './farm/expectations.ts'
import { harvestText } from './farm/harvest.ts'
import { labourText } from './farm/labour.ts'
import { landUseText } from './farm/land-use.ts'
import { legalCropsText } from './farm/legal-crops.ts'
import { mood } from './farm/mood.ts'
import { prospectsText } from './farm/prospects.ts'
import { purseText } from './farm/purse.ts'
import { replantingText } from './farm/replanting.ts'
import { secondThoughts } from './farm/second-thoughts.ts'
import { uprootingText } from './farm/uprooting.ts'
import { budget } from './government/budget.ts'
import { eradication } from './government/eradication.ts'
import { governance } from './government/governance.ts'
import { infrastructure } from './government/infrastructure.ts'
import { programme } from './government/programme.ts'
import { services } from './government/services.ts'
import { threat } from './government/threat.ts'
import { transfers } from './government/transfers.ts'
import { frontier } from './land/frontier.ts'
import { tenure } from './land/tenure.ts'
import { labourMarket } from './market/labour-market.ts'
import { leafBalance } from './market/leaf-balance.ts'
import { leafPrice } from './market/leaf-price.ts'
import { legalPrices } from './market/legal-prices.ts'
import type { SystemMechanism } from './mechanism.ts'
import { access } from './nature/access.ts'
import { climate } from './nature/climate.ts'
import { cropYields } from './nature/crop-yields.ts'
import { forest } from './nature/forest.ts'
import { leafYield } from './nature/leaf-yield.ts'
import { soil } from './nature/soil.ts'
import { comingAndGoingText } from './people/coming-and-going.ts'
import { familyText } from './people/family.ts'
import { migrationPull } from './people/migration-pull.ts'
import { movingText } from './people/moving.ts'
import { movingPull } from './people/moving-pull.ts'
import { tallyText } from './people/tally.ts'
import { welfareText } from './people/welfare.ts'
import { monthEnd } from './reporting/month-end.ts'
import { survey } from './reporting/survey.ts'
import { interdiction } from './trafficking/interdiction.ts'
import { modes } from './trafficking/modes.ts'
import { organisations } from './trafficking/organisations.ts'

export const mechanisms: readonly SystemMechanism[] = [
  // what comes from outside
  moneyAndWages,
  aid,
  climate,
  access,
  // policy as it arrives
  threat,
  eradication,
  programme,
  transfers,
  // yields and legal prices of the month
  cropYields,
  legalPrices,
  leafYield,
  // every household: fields, labour, purse
  cocaStandText,
  uprootingText,
  replantingText,
  contractText,
  harvestText,
  legalCropsText,
  labourText,
  purseText,
  tallyText,
  // markets
  labourMarket,
  leafBalance,
  modes,
  interdiction,
  organisations,
  borderPrice,
  leafPrice,
  // what households see when they decide
  mood,
  expectations,
  frontier,
  tenure,
  migrationPull,
  movingPull,
  secondThoughts,
  // the twelfth of households under review
  prospectsText,
  ageingText,
  choiceText,
  landUseText,
  familyText,
  welfareText,
  comingAndGoingText,
  movingText,
  // state, armed group, community
  governance,
  services,
  infrastructure,
  forces,
  control,
  armedFinance,
  armedStrength,
  violence,
  displacement,
  trust,
  protest,
  organisation,
  // nature, other zones, what gets reported, what it cost
  forest,
  soil,
  otherZones,
  survey,
  budget,
  monthEnd,
]
