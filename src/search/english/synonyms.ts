import { DECISIVE } from './decisive.ts';

/**
 * Everyday English that means the same in any news report. The first word names the group. A base's own
 * vocabulary comes first: a word that it places keeps that place, and where it places a group's first word,
 * the rest of the group follows. A word that stands here must be explained, so what shades a question stays out.
 */
export const GROUPS: readonly (readonly string[])[] = `
# What things are called
name | called | named | call | names | by name | title | full name | adjective | epithet
# Beginning, going on, ending
begin | start | commence | kick off | get under way | get underway | get going | set in motion | onset | outset | beginning | set off
end | finish | complete | conclude | conclusion | completion | wrap up | be over | be done | terminate | termination | ending
cancel | call off | scrap | abort | abandon | cancellation
delay | postpone | put off | hold up | postponement | push back | behind schedule
interrupt | interruption | pause | halt | suspend | suspension | bring to a halt
maintain | keep up | sustain | carry on | continue
remain | stay | left behind | leftover | be left | left over | linger | remaining
return | come back | go back
arrive | arrival | reach
replace | replacement | succeed | successor | take the place of
shift | change course | pivot
widen | expand | extend | broaden | enlarge
occur | happen | take place | go on | go down
reopen | open again | re-open
# Causes and aims
cause | trigger | prompt | lead to | bring about | spark | triggered
reason | rationale | motive | motivation | grounds | justification | explanation | thinking behind
aim | goal | purpose | objective | intention | intent | target
plan | scheme | proposal | blueprint
# Size and number
large | big | huge | massive
largest | biggest | main
small | little | tiny
approximately | roughly | around | circa
number | count | tally | headcount | figure
cheap | inexpensive | affordable
costly | pricey
distance | how far | miles away | kilometres away | kilometers away
speed | how fast | velocity
height | how high | how tall | altitude
depth | how deep
weigh | how heavy | how much weigh
frequency | how often | how frequently | how regularly
rich | how rich | net worth
age | how old | born | birthday | birth | date of birth | birth date
kilometre | km
kilogram | kg | kilo
share | divide | split
percent | per cent | percentage
# Time and place
date | day
soon | shortly
location | place | whereabouts | site
area | region | zone | territory | land
city | town
country | nation | state
capital | capital city
border | frontier
# People and bodies
leader | head | chief | boss | chairman | chairwoman | chairperson | chair
commander | general | commanding officer | military chief | officer | admiral | colonel
person | man | guy | individual | bloke
woman | female | lady
child | kid
government | authorities | administration
company | firm | business
worker | employee | labourer
hire | recruit | recruitment
dismiss | lay off | layoff | dismissal | make redundant | sack
appoint | name as | install | swear in | designate | appointment
resign | step down | quit | resignation
elect | vote in | election | vote | ballot | poll | at the polls
own | owner | belong to | possess
founded | establish | set up | create | founder | founding
find | found | discover | discovery | detect | uncover
shake hands | handshake
population | inhabitant
religion | religious | faith | believer
famous | celebrity
# Money
cost | price | spend | budget | expense | bill | money | dollar | euro | fund | funding | pay | foot the bill | worth
buy | purchase | acquire
salary | wage | earn | paycheck
tax | taxation | levy
money laundering | corruption
# Agreement and disagreement
agreement | deal | accord | pact | treaty
sign | ink | signing | signature | put name to | put pen to paper | conclude a deal
signatory | signer
join | enter | sign up | become a member | become part | join hands
leave | depart | departure | go away | set off from
refuse | reject | turn down | rebuff | decline | refusal | rejection
approve | approval | green light | give the go-ahead | go-ahead | sign off | ratify | ratification | endorse
oppose | opposition | resist
prefer | preference | would rather | rather have | favour | favor | in favour of | in favor of
demand | insist on | call for | press for | push for | clamour for
criticise | criticize | criticism | condemn | denounce | condemnation
praise | applaud | commend
accuse | accusation | allege | allegation
deny | denial
admit | confess | concede | own up
choose | pick | select | opt for | selection | choice | decide | decision | make up their minds | make up their mind | make up its mind | make up his mind | make up her mind
warn | warning | caution
threaten | threat
promise | pledge | vow | commit
announce | announcement | declare | proclaim | unveil
confirm | confirmation | verify | verified | verification | corroborate | go on record | went on record | on the record
report | reported | write | published | publish | break this story | break the story | break the news | run the story
opinion | view | think of | think about | feel about | view of | opinion on | verdict on | reaction | react | respond | response | stance on
talk | negotiate | negotiation | discussion
mediate | mediation | broker | go-between | intermediary | mediator | middleman | arbitrate
visit | trip
meet | meeting | summit
change mind | change his mind | change her mind | change its mind | change their minds | change their mind
# Help and harm
help | assist | aid | support | assistance | back
ally | partner | teammate
ensure | guarantee | make sure
secure | safeguard | protect
evidence | proof
prove | demonstrate | show
defeat | beat | vanquish
attack | assault | raid | strike
fight | battle | combat
capture | seize | seizure
kill | die | death | casualty | fatality | dead | killing | slay | lose life | loss of life | body count | perish
injure | wound | hurt | injury | injured
damage | harm
destroy | destruction | demolish | wreck
collapse | cave in | crumble
flee | escape | run away | displaced
arrest | detain | detention | prisoner | detainee | prison | jail | behind bars | imprison
court | tribunal | lawsuit | sue | prosecute | prosecution | on trial
protest | protester | rally | unrest | riot | uprising
weapon | arms | weaponry
comparison of size | bigger than | larger than | smaller than | stronger than | weaker than | better than | worse than
military | mil
vehicle | car | truck
aircraft | plane | airplane | aeroplane | jet | warplane
helicopter | chopper
train | training | trainer
# Building and running
build | construct | construction | erect
repair | fix | mend | restore | renovate | restoration
operate | operator
inspect | inspection | inspector | examine | examination
# Weather, kin and schooling
weather | forecast | rain
marry | marriage | wife | husband | spouse | wedding
family | relatives | kin
study | graduate | university | education | alma mater
`
  .trim()
  .split('\n')
  .filter((line) => !line.startsWith('#'))
  .map((line) => line.split('|').map((phrase) => phrase.trim()));

/** The groups, and each decisive word as a group of its own. */
export const SYNONYMS: readonly (readonly string[])[] = [...GROUPS, ...DECISIVE.map((word) => [word])];
