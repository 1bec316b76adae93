/// Words with a capital letter that schools use for classes, groups, days and subjects.
let schoolWords: Set<String> = wordSet(
  """
  class classe form set group year grade room set stream section block house team table pair
  red blue green yellow orange purple pink white black silver gold amber indigo violet
  oak ash elm beech birch willow maple pine cedar sycamore chestnut hazel holly rowan
  lion lions tiger tigers eagle eagles owl owls fox foxes bear bears robin robins kestrel
  north south east west upper lower middle junior infant senior primary secondary reception
  nursery morning afternoon monday tuesday wednesday thursday friday saturday sunday
  january february march april may june july august september october november december
  english maths mathematics reading writing number science art music history geography
  school pupil pupils teacher assistant tutor tutee tutored comparison test tests week term
  autumn spring summer winter one two three four five six seven eight nine ten alpha beta
  gamma delta sun moon star earth mars jupiter venus saturn the and new old left absent ill
  total score scores average mark marks mean check needs note notes done good better best
  family emergency another reason away late early special support help lost paper page
  moved not no yes all none both half full standard form primary college academy hall
  """)

func wordSet(_ text: String) -> Set<String> {
  Set(text.split { $0.isWhitespace }.map(String.init))
}
