/**
 * Everyday English that means the same in any news report. The first word names the group. A base's own
 * vocabulary comes first: a word that it places keeps that place, and where it places a group's first word,
 * the rest of the group follows.
 */
export const SYNONYMS: readonly (readonly string[])[] = `
name | called | named | call | names | by name | title
begin | start | commence | kick off | get under way | get underway | get going | set in motion | onset | outset | beginning | set off
end | finish | complete | conclude | conclusion | completion | wrap up | be over | be done | terminate | termination | ending
cancel | call off | scrap | abort | abandon | cancellation
delay | postpone | put off | hold up | postponement
refuse | reject | turn down | rebuff | decline | refusal | rejection
cause | trigger | prompt | lead to | bring about | spark | triggered
reason | rationale | motive | motivation | grounds | justification | explanation | thinking behind
aim | goal | purpose | objective | intention | intent | target
large | big | huge | massive
largest | biggest | main
small | little | tiny
leader | head | chief | boss
commander | general | commanding officer | military chief | officer | admiral | colonel
person | man | guy | individual | bloke | figure
kill | die | death | casualty | fatality | dead | killing | slay | lose life | loss of life | body count
injure | wound | hurt | injury | injured
cost | price | spend | budget | expense | bill | money | dollar | euro | fund | funding | pay
buy | purchase | acquire
agreement | deal | accord | pact | treaty
sign | ink | signing | signature | put name to | put pen to paper | conclude a deal
signatory | signer
occur | happen | take place | go on | go down
appoint | name as | install | swear in | designate | appointment
resign | step down | quit | resignation
elect | vote in | election | vote
defeat | beat | vanquish
join | enter | sign up | become a member | become part | join hands
help | assist | aid | support | assistance | back
ally | partner | teammate
oppose | opposition | resist
warn | warning | caution
promise | pledge | vow | commit
approve | approval | green light | give the go-ahead | go-ahead | sign off
announce | announcement | declare | proclaim | unveil
report | reported | write | published | publish
found | establish | set up | create | founder | founding
build | construct | construction
destroy | destruction | demolish | wreck
arrest | detain | detention | prisoner | detainee | prison | jail
flee | escape | run away
return | come back | go back
replace | replacement | succeed | successor | take the place of
remain | stay | left behind | leftover | be left | left over | linger | remaining
arrive | arrival | reach
area | region | zone | territory | land
soon | shortly
approximately | roughly | around
number | count | tally | headcount | figure
date | day
location | place | whereabouts | site
city | town
country | nation | state
government | authorities | administration
company | firm | business
worker | employee | labourer
hire | recruit | recruitment
attack | assault | raid | strike
fight | battle | combat
weapon | arms | weaponry
vehicle | car | truck
aircraft | plane | airplane | aeroplane | jet | warplane
helicopter | chopper
evidence | proof
prove | demonstrate | show
secure | safeguard | protect
maintain | keep up | sustain | carry on | continue
mediate | mediation | broker | go-between | intermediary | mediator | middleman | arbitrate
ensure | guarantee | make sure
widen | expand | extend | broaden | enlarge
shift | change course | pivot
opinion | view | think of | opinion on | reaction | react | respond | response
talk | negotiate | negotiation | discussion
visit | trip
meet | meeting
money laundering | corruption
weather | forecast | rain
population | inhabitant
religion | religious
age | how old | old | born | birthday
`
  .trim()
  .split('\n')
  .map((line) => line.split('|').map((phrase) => phrase.trim()));
