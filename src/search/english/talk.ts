/** How people talk in a thread: thanks, talk between colleagues, and questions about the last answer. */

const list = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/));

/** A message of nothing but these, words of grammar and emoji is thanks or an acknowledgement. */
export const ACKNOWLEDGEMENTS = list(`
  thanks thank thx ty tnx cheers merci shukran danke gracias tysm thnx thankyou ok okay k kk cool nice great
  perfect good awesome super lovely brilliant excellent amazing fantastic wonderful lol lmao haha hahaha hehe
  rofl wow yay yep yup yeah yes no nope nah sure right fine alright roger copy noted understood exactly indeed
  true agreed got it gotcha see makes sense fair enough anyway helpful useful interesting thats all done brb
  ttyl bbl afk back sec soon moment later coffee lunch hmm hm oh ah aha ooh ugh yikes ouch damn well job work
  bot very much so really love that this is was just what i needed for now appreciate appreciated wild crazy
  funny wait dinner break sorry oops nvm nevermind never mind ignore me you rock legend star best big help bye
  cya morning night gn gm everyone guys team a the to know im in on my way ta np worries problem probs obliged
  sweet bunch stuff point sounds bet noice gg ace mint fascinating crikey blimey bonkers insane unreal huh ha
  lolol lmfao xd omg omfg jeez gosh whoa ack aye ja oui si dank grazie bedankt tack takk tak kiitos spasibo
  habibi inshallah yalla mashallah alhamdulillah obrigado obrigada arigato welcome neat fab brill dope lit ditto
  same likewise spot bang top mate folks buddy pal chief heaps tons million lots kindly tremendous superb dear bless
  of course obviously duh naturally clearly certainly absolutely totally definitely
`);

/** Words of the desk's own work: a message with one of these is seldom about the subject. */
export const DESK = list(`
  deck draft script slide slides slideshow headline headlines copydesk desk newsroom bulletin rundown prompter
  teleprompter chyron ticker graphic graphics infographic caption captions meeting standup stand-up call calendar
  zoom shift rota memo email mail inbox spreadsheet doc gdoc pdf template layout proof proofread subbing
  edit edits editing edited tweet retweet thread-it publish filing file filed lede lead-in intro outro vo
  package segment pm am oclock lunch coffee tea pizza printer wifi laptop password link-it piece rewrite wording
  cms phone doorbell slack channel dm ping loop cc interview embargo byline quote-check factcheck fact-check newsletter
  morning tonight tomorrow weekend holiday birthday cake beer pub
`);

/** People for whom somebody asks, and what they ask it for. */
export const AROUND_ASKER = list(`
  reader readers listener listeners viewer viewers subscriber subscribers editor editors subeditor producer producers
  anchor presenter bureau desk newsroom radio podcast newsletter broadcast studio guest article essay thesis columnist reporter correspondent stringer freelancer intern
  dissertation exam quiz homework classmate flatmate roommate colleague colleagues boss copydesk infographic caption
  slide slides deadline
`);

/** Requests a bot can carry out; other imperatives are work handed to a colleague. */
export const REQUESTS = list(
  'list name tell show explain describe compare give summarize summarise remind elaborate clarify define',
);

/** Asks for the origin of what was just said. */
export const PROVENANCE: readonly RegExp[] = [
  /^(?:and |so |but |ok |wait |hmm )*(?:the |your |ur |any |whats the |what is the |whats your |what is your |got a |have a |is there a )?(?:sources?|src|attribution|citation|reference|link|origin)(?: and (?:the )?(?:date|day|time))?(?: please| pls| for (?:that|this|it)| of (?:that|this|it))?$/,
  /\b(?:says|said|sez) who\b/,
  /\bwho (?:is |was )?(?:says?|said|saying|claims?|claimed|claiming|reported|reports|reporting|told you|wrote|writing)(?: so| that| this| it)?$/,
  /\bwho(?:s| is| was) behind (?:this|that|the) (?:info|information|story|report|claim|news|figure|number)$/,
  /^(?:and |so |but )*whos (?:saying|claiming|reporting|telling)(?: so| that| this| it| us| us that| us this)?$/,
  /\baccording to (?:who|whom|what)\b/,
  /\b(?:where|how) (?:did|do|does|have|has) (?:you|u|it|that|this|they) (?:get|got|know|find|come|hear|read)(?: from)?(?: that| this| it)?\b(?! (?:about|to)\b)/,
  /\bwhere(?:s| is| are| does| did)? (?:all )?(?:that|this|it|these|those)(?: info(?:rmation)?| number| figure| fact| claim)?(?: come)? from\b/,
  /\bwhere (?:is|was) (?:that|this|it) (?:reported|said|written|stated)\b/,
  /\b(?:are|r) (?:you|u) (?:really |quite |absolutely |100 )?(?:sure|certain|positive|serious)\b/,
  /^(?:you )?sure(?: about (?:that|this|it))?$/,
  /\b(?:is|was) (?:that|this|it) (?:really |all |still |actually |even )?(?:official|officially|confirmed|verified|true|right|correct|accurate|reliable|legit|solid|firm|certain|a fact|sourced|current|up to date|recent|fresh|new|old)\b(?! (?:that|if|what|to|for) )/,
  /\bhow (?:sure|certain|reliable|solid|confident|old|recent|current|fresh|new|up to date|accurate)\b(?: is| are)?(?: (?:that|this|it|you|u|(?:the|your|that|this) (?:info|information|figure|number|data|report|answer|news|source|claim|story)))$/,
  /(?<!\bon )\b(?:from |as of |of )?(?:what|which) (?:date|day) (?:is|was) (?:that|this|it|(?:the|this|that) (?:info|information|figure|number|report|story|answer|news))(?: from)?$/,
  /\bas of (?:when|what date)\b/,
  /\b(?:that|this|it) comes? from (?:where|whom?)$/,
  /^(?:and |so )*who confirm(?:s|ed)?(?: (?:that|this|it))?$/,
  /\bfrom where (?:do|did|does|have|has|is|was) (?:you|u|it|that|this|they|all that|all this)\b/,
  /\bwho (?:gave|provided|supplied|quoted|set) (?:that|this|the|those) (?:timetable|timeline|figure|number|date|estimate|count|deadline|quote|info|information)s?$/,
  /\bwhom? did (?:it|they|you|u) (?:hear|get|have|learn) (?:that|this|it) from$/,
  /\bwhen (?:was|is) (?:that|this|it|the (?:info|information|report|story|article)) (?:from|reported|published|written|dated)\b/,
  /\b(?:can|could|may|should) (?:i|we) (?:quote|trust|cite|use|rely on|believe) (?:that|this|it|you)\b/,
  /\bwh(?:at|ich)(?:s| is| was)? (?:the |your |that )?(?:source|report|outlet|agency|paragraph|para)\b(?: (?:for|of|on|behind) (?:that|this|it))?(?! (?:put|placed|has|had|did|does|do|made|took|led|runs|ran)\b)/,
  /\b(?:which|what) (?:para|paragraph)\b/,
  /\b(?:got|have|any) (?:a )?(?:source|proof|evidence|citation|link|reference)\b/,
  /^(?:do (?:you|we) have |any )?(?:confirmation|proof|evidence)$/,
  /\bis (?:that|this|it) (?:just )?(?:official|sources|a rumou?r|rumou?r|hearsay|speculation)\b/,
  /^(?:for real|fr|really|seriously|srsly|no way|is that so|you serious|you sure|citation needed|refs?)$/,
  /^(?:and |so |but )*how (?:sure|certain|confident) (?:are|r|is) (?:we|you|u|they|it|that|this)$/,
  /\bhow (?:do|would|could|can|should|did) (?:we|i|they) know\b(?: (?:that|this|it|so|for sure))*$/,
  /\bfrom an? (?:reliable|good|solid|trustworthy|credible|trusted) (?:place|source|outlet)\b/,
  /\bwhat makes (?:you|u) (?:so sure|think so|say (?:so|that|this))$/,
  /\bwhy should (?:i|we|anyone) (?:believe|trust) (?:that|this|it|you)\b/,
  /\b(?:evidence|proof|basis|confirmation|citation|corroboration) (?:for|of|behind) (?:that|this|it|any of (?:that|this))$/,
  /\bis there (?:any |a |an )?(?:official |independent )?(?:confirmation|proof|source|link|citation)$/,
  /\b(?:a |any )?(?:second|another|independent|other|additional|more) sources?(?: (?:for|on) (?:that|this|it))?$/,
  /\bwhere(?:s| is| are) (?:that|this|it|all that|all this|these|those) (?:coming|taken|quoted|lifted) from$/,
  /\b(?:can|could|will) (?:you|u) (?:give|show|send|share|get)(?: me| us)? (?:the |a |your )?(?:source|reference|citation|link|origin)s?\b/,
  /\bare (?:these|those|they) (?:exact|precise|real|official|confirmed|hard|reliable|rough|solid)(?: (?:numbers|figures|facts|counts))?$/,
  /\b(?:is|was|are) (?:that|this|the|these|those) (?:number|figure|date|name|quote|claim|info|information|part|bit)s? (?:really |actually |definitely )?(?:solid|right|correct|accurate|confirmed|official|verified|reliable|sourced|certain|true)\b/,
  /\b(?:can|could) (?:you|u|we|i) (?:confirm|verify|vouch for|back up|stand by) (?:that|this|it)\b(?: up)?/,
  /\b(?:exact|original|precise) (?:quote|wording|passage|sentence)$/,
  /^(?:please |pls |can you |could you )*(?:quote|show|cite)(?: me| us)? (?:the |that |its )?(?:exact |original )?(?:quote|passage|wording|sentence|paragraph|line|text|source)s?$/,
  /\bfrom when (?:is|was) (?:(?:that|this|it|the)(?: (?:info|information|figure|number|report|story))?)$/,
  /\bwhose (?:count|numbers?|figures?|claim|estimate|words?|version|account|tally|info|information) (?:is|are|was|were) (?:that|this|it|those|these)$/,
];

/** Asks for the next thing worth knowing. */
export const MORE: readonly RegExp[] = [
  /^(?:and |ok |so |please |pls |can you |could you )*(?:tell me |tell |give me |say |know |got |have )?(?:a (?:bit|little) )?(?:some )?more(?: please| pls| info(?:rmation)?| details?| context| background| (?:about|on) (?:that|this|it|him|her|them))*$/,
  /^(?:and |ok |so |is there |do you have |got )*(?:anything|something|what|whats|nothing) (?:else|more)(?: (?:on|about|to (?:say|add) (?:on|about)|there(?: is)?|in there|do (?:you|we) (?:know|have)|is there|should i know|i should know|worth knowing|relevant))*(?: (?:that|this|it|there|the matter))?(?: in the report)?$/,
  /^(?:please |pls |can you |could you )*(?:explain|elaborate|expand|go on|continue|carry on|keep going|go deeper|context|background|details|detail|why does (?:that|this|it) matter|meaning|meaning what)(?: (?:please|pls|on (?:that|this|it)|that|this|it|more|a bit|further|a little))*$/,
  /^(?:and |ok |so )*(?:what|anything) (?:else|more) (?:does the report say|do (?:you|we) know)(?: (?:about|on) (?:that|this|it|them|him|her))?$/,
  /^(?:ok |okay |and |so |please |pls )*(?:next|next one|next please|next fact|what next|whats next|proceed|say more|tell (?:us|me) (?:more|something else)|give us more|another one|another fact|dig deeper|deeper|in more detail|keep it coming|keep them coming)(?: please| pls)?$/,
  /^(?:and |ok |so |have you |do you have |got |are there |is there )*(?:any|some|a few) (?:more|further|other|additional) (?:details?|info(?:rmation)?|facts?|points?|background|context)(?: (?:on|about) (?:that|this|it|them|him|her))?(?: please| pls)?$/,
  /^(?:further|more|other) (?:details?|info(?:rmation)?|facts?|background|context)(?: (?:on|about) (?:that|this|it))?(?: please| pls)?$/,
  /^(?:and |ok |so )*(?:anything (?:to add|further)|what more (?:is there|do (?:you|we) (?:know|have))|what else (?:can you (?:tell|say)|do you (?:have|know)|have you got|you got|should (?:i|we) know))(?: (?:me|us|about|on|that|this|it|them|him|her))*$/,
];

/** One person's own wish, for something of the subject: what is said so to colleagues says `we`. */
export const WISHES = /\b(?:i want|i need|i had in mind|id like|i would like|i was thinking)\b/;

/** Says what was meant by what was said before. */
export const SETS_RIGHT =
  /\b(?:i|we) (?:mean|meant|wanted|(?:need|want) to (?:know|say|ask))\b|\b(?:im|i am|i was|were|we were) (?:asking|talking|looking for)\b|\bi look for\b|\b(?:i|we) (?:was|were|am|are) after\b|\b(?:im|were) after\b|\b(?:i|we) (?:need|want|asked|said) \w+(?: \w+)?,? not \w+$/;

/** Opens a message that leans on what was said before. */
export const LEANING: readonly RegExp[] = [
  /^(?:(?:ok|okay|right|well|hm|hmm|anyway|yes|yeah) )*(?:and|also|but|so|then|or|plus|what about|how about|what of|wat about|no|nope|nah|not|sorry(?! (?:all|everyone|everybody|guys|team|folks|for|im|ill|my|to)\b)|typo|i meant?|i wanted|meant|rather|instead|actually|wait|hang on|hold on|oops|my bad|scratch that|scrap that|(?:let me )?rephrase|(?:the |that was the |thats the |that is the )?wrong (?:one|base|place|group|person|man|year|date|question|side)|(?:that was |sorry )?wrong question|i (?:asked|put (?:it|that)|said it|worded (?:it|that)) (?:wrong|wrongly|badly)|thats not what i (?:asked|meant|wanted)|not what i (?:asked|meant|wanted)|versus|vs|compared (?:to|with)|back to|going back|same for|same question|same goes for|likewise|ditto)\b/,
  SETS_RIGHT,
  /^the \w+ ones?$/,
];
