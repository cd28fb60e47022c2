/**
 * English forms that no ending rule joins: each line is a word and the forms that mean the same.
 * Only common verbs and nouns of news prose are listed.
 */
const LINES = `
arise arose arisen
awake awoke awoken
bear bore borne
beat beaten
become became
begin began begun
bend bent
bind bound
bleed bled
break broke broken
breed bred
bring brought
broadcast
build built
burn burnt
buy bought
catch caught
choose chose chosen
cling clung
come came
deal dealt
dig dug
draw drew drawn
drink drank drunk
drive drove driven
eat ate eaten
fall fell fallen
feed fed
feel felt
fight fought
find found
flee fled
fling flung
fly flew flown
forbid forbade forbidden
forget forgot forgotten
forgive forgave forgiven
freeze froze frozen
get got gotten
give gave given
go went gone
grow grew grown
hang hung
have has had
hear heard
hide hid hidden
hold held
keep kept
know knew known
lay laid
lead led
leave left
lend lent
lose lost
make made
mean meant
meet met
overcome overcame
overrun overran
oversee oversaw overseen
overthrow overthrew overthrown
overtake overtook overtaken
pay paid
put
ride rode ridden
ring rang rung
rise rose risen
run ran
say said
see saw seen
seek sought
sell sold
send sent
shake shook shaken
shoot shot
show shown
shrink shrank shrunk
sing sang sung
sink sank sunk
sit sat
speak spoke spoken
spend spent
split
stand stood
steal stole stolen
stick stuck
strike struck stricken
strive strove striven
swear swore sworn
sweep swept
swing swung
take took taken
teach taught
tell told
think thought
throw threw thrown
undergo underwent undergone
understand understood
undertake undertook undertaken
wear wore worn
win won
withdraw withdrew withdrawn
withhold withheld
write wrote written
man men
woman women
child children
person people
foot feet
`;

/** From an irregular form to the word it belongs to: `withdrew` to `withdraw`. */
export const IRREGULAR: ReadonlyMap<string, string> = new Map(
  LINES.trim()
    .split('\n')
    .flatMap((line) => {
      const [word = '', ...forms] = line.split(' ');
      return forms.map((form) => [form, word] as const);
    }),
);
